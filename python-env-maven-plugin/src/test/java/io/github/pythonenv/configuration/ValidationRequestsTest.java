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

    @Test
    void whatCannotBeUnderstood() {
        for (String commands : List.of(
                "\"python\"",
                "{\"a\": 3}",
                "{\"a\": \"\"}",
                "{\"a\": {}}",
                "{\"a\": {\"command\": \"b\", \"exit\": 1}}",
                "{\"a\": {\"command\": \"b\", \"exitCode\": \"one\"}}",
                "{\"a\": {\"command\": \"b\", \"exitCode\": \"3\"}}",
                "{\"a\": {\"command\": \"b\", \"title\": [\"c\"]}}",
                "{\"a\": {\"command\": \"b\", \"warning\": \"true\"}}",
                "{\"a\": {\"title\": \"b\"}}",
                "{\"a\": {\"command\": \"b\", \"timeout\": 0}}",
                "{\"a\": {\"command\": \"b\", \"warning\": \"perhaps\"}}",
                "{\"a\": [[\"b\"]]}")) {
            assertThatThrownBy(() -> settings("{\"validation\": {\"commands\": " + commands + "}}"))
                    .as(commands)
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("\"validation.commands\" has to be checks by name");
        }
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"failOn\": \"always\"}}")))
                .hasMessageContaining("validation.failOn is 'always'");
        assertThatThrownBy(() -> ValidationRequests.of(settings("{\"validation\": {\"importSeconds\": 0}}")))
                .hasMessageContaining("validation.importSeconds is 0");
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
