package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.doctor.DoctorSettings;
import io.github.pythonenv.validation.FailOn;
import io.github.pythonenv.validation.UserCheck;
import io.github.pythonenv.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationRequestsTest {

    @TempDir
    Path project;

    @Test
    void nothingIsTheUsual() throws IOException {
        assertThat(ValidationRequests.of(settings("{}"))).isEqualTo(ValidationSettings.USUAL);
    }

    @Test
    void everything() throws IOException {
        Settings settings = settings("""
                {"validation": {
                    "checks": ["python", "!tls"], "failOn": "warning", "importSeconds": 30, "slower": 1.5,
                    "notImported": ["a"], "unimported": ["b"], "sources": ["python"],
                    "commands": {
                      "version": "python --version",
                      "list": ["python", "-c", "print(1, 2)"],
                      "full": {"command": "job --dry", "title": "The job starts", "exitCode": 3, "output": "ready$",
                               "warning": true, "hint": "See its log.", "timeout": 5}}},
                 "doctor": {"checks": ["!network"], "failOn": "warning", "commands": {"git": "git --version"},
                            "packages": ["libgomp1 | libgomp"]}}
                """);

        assertThat(ValidationRequests.of(settings))
                .isEqualTo(new ValidationSettings(
                        List.of("python", "!tls"),
                        FailOn.WARNING,
                        List.of(
                                UserCheck.of("version", List.of("python", "--version")),
                                UserCheck.of("list", List.of("python", "-c", "print(1, 2)")),
                                new UserCheck(
                                        "full",
                                        "The job starts",
                                        List.of("job", "--dry"),
                                        3,
                                        Optional.of("ready$"),
                                        true,
                                        "See its log.",
                                        Duration.ofSeconds(5))),
                        Duration.ofSeconds(30),
                        List.of("a"),
                        1.5,
                        List.of(Path.of("python")),
                        List.of("b")));
        assertThat(DoctorRequests.of(settings))
                .isEqualTo(new DoctorSettings(
                        List.of("!network"),
                        FailOn.WARNING,
                        List.of(UserCheck.of("git", List.of("git", "--version"))),
                        List.of("libgomp1 | libgomp")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"python\" | column 29 | \"validation.commands\" has to be checks by name",
                "{\"a\": 3} | column 35 | \"validation.commands.a\" has to be a command",
                "{\"a\": \"\"} | column 35 | \"validation.commands.a\" has to be a command",
                "{\"a\": [[\"b\"]]} | column 35 | \"validation.commands.a\" has to be a command",
                "{\"a\": {}} | column 35 | \"validation.commands.a\" has no \"command\"",
                "{\"a\": {\"title\": \"b\"}} | column 35 | \"validation.commands.a\" has no \"command\"",
                "{\"a\": {\"command\": 3}} | column 47 | \"validation.commands.a.command\" has to be a command",
                "{\"a\": {\"comand\": \"b\"}} | column 46 | \"comand\" is not known here; did you mean \"command\"?",
                "{\"a\": {\"command\": \"b\", \"exitcode\": 1}} | column 64 | did you mean \"exitCode\"?",
                "{\"a\": {\"command\": \"b\", \"shell\": 1}} | column 61 | there can be command, title, exitCode,",
                "{\"a\": {\"command\": \"b\", \"exitCode\": \"3\"}} | column 64 | a.exitCode\" has to be a whole number",
                "{\"a\": {\"command\": \"b\", \"title\": [\"c\"]}} | column 61 | a.title\" has to be a text",
                "{\"a\": {\"command\": \"b\", \"warning\": \"true\"}} | column 63 | a.warning\" has to be true or false",
                "{\"a\": {\"command\": \"b\", \"timeout\": 0}} | column 63 | a.timeout\" has to be a number of seconds",
                "{\"a\": {\"command\": \"b\", \"output\": \"(\"}} | column 62 | '(' is none: Unclosed group",
                "{\"a\": {\"command\": \"b\", \"output\": \"a**\"}} | column 62 | 'a**' is none: Dangling meta",
            })
    void aCheckOfTheUsersOwnThatCannotBeUnderstood(String commands, String place, String what) {
        assertThatThrownBy(() -> settings("{\"validation\": {\"commands\": " + commands + "}}"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("python-env.json, line 1, " + place + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void allFaultsOfChecksAreToldAtOnce() {
        assertThatThrownBy(() -> settings("""
                {"doctor": {"commands": {"git": {"comand": "git --version", "warning": 1}, "make": true,
                                         "cc": {"command": "cc", "output": "[0-9"}}}}
                """))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("5 faults")
                .hasMessageContaining("\"comand\" is not known here")
                .hasMessageContaining("\"doctor.commands.git\" has no \"command\"")
                .hasMessageContaining("\"doctor.commands.git.warning\"")
                .hasMessageContaining("\"doctor.commands.make\"")
                .hasMessageContaining("\"doctor.commands.cc.output\" has to be a regular expression");
    }

    @Test
    void whatCannotBeUnderstood() {
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"failOn\": \"always\"}}")))
                .hasMessageContaining("validation.failOn is 'always' (python-env.json, line 1, column 27).");
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"failOn\": \"eror\"}}")))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint())
                                .isEqualTo("Did you mean error? Take error, warning or never."));
        assertThatThrownBy(() -> BudgetRequests.of(settings("{\"validation\": {\"budgets\": {\"coverage\": 850}}}")))
                .hasMessageContaining("validation.budgets.coverage is '850' (python-env.json, line 1, column ");
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"importSeconds\": 0}}")))
                .hasMessageContaining("validation.importSeconds is '0'");
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"slower\": 1}}")))
                .hasMessageContaining("validation.slower is '1'");
        assertThatThrownBy(() -> DoctorRequests.of(settings("{\"doctor\": {\"failOn\": \"always\"}}")))
                .hasMessageContaining("doctor.failOn is 'always'");
        assertThatThrownBy(() -> settings("{\"environments\": {\"a\": {\"doctor\": {\"packages\": []}}}}"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("\"doctor\" is said of the whole project, not of one environment.");
    }

    private Settings settings(String json) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), json);
        return ProjectFile.read(project, Optional.empty()).shared();
    }
}
