package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.audit.AuditSettings;
import io.github.pythonenv.audit.Exemption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRequestsTest {

    @TempDir
    Path project;

    @Test
    void readsReasonsAndDays() throws IOException {
        assertThat(settings("""
                        "service": "https://osv.example.com",
                        "server": "vulnerabilities",
                        "ignore": {"CVE-1": "until 2027-01-31: not reached: we read our own files", "CVE-2": "until we know"},
                        "onFound": "warn"
                        """))
                .isEqualTo(new AuditSettings(
                        Optional.of("https://osv.example.com"),
                        Optional.of("vulnerabilities"),
                        List.of(
                                new Exemption(
                                        "CVE-1",
                                        "not reached: we read our own files",
                                        Optional.of(LocalDate.of(2027, 1, 31))),
                                new Exemption("CVE-2", "until we know", Optional.empty())),
                        false));
        assertThat(settings("")).isEqualTo(new AuditSettings(Optional.empty(), Optional.empty(), List.of(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ignore\": {\"CVE-1\": \" \"}",
                "\"ignore\": {\"CVE-1\": \"until 2027-01-31: \"}",
                "\"ignore\": {\"CVE-1\": \"until 31.1.2027: never reached\"}",
                "\"ignore\": {\"CVE-1\": \"until 2027-02-30: never reached\"}",
                "\"ignore\": [\"CVE-1\"]",
                "\"server\": \"for-no-service\"",
                "\"onFound\": \"panic\"",
                "\"onfound\": \"warn\""
            })
    void refusesTheRest(String text) {
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> settings(text));
    }

    private AuditSettings settings(String text) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), "{\"audit\": {" + text + "}}");
        Declarations file = ProjectFile.read(project, Optional.empty());
        return AuditRequests.of(
                new ProjectEnvironments(file, Declarations.NONE, new CommandLine(new Properties(), project))
                        .select(List.of())
                        .get(0)
                        .settings());
    }
}
