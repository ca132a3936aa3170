package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Inspection;
import io.github.pythonenv.environment.Inspection.Status;
import io.github.pythonenv.environment.SampleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectionTextTest {

    @TempDir
    Path project;

    private EnvironmentRequest request;

    @BeforeEach
    void prepare() {
        request = Asked.in(project).named("docs").request();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UP_TO_DATE | is up to date: CPython 3.14.3, 1 package.",
                "OUT_OF_DATE | is out of date: CPython 3.14.3, 1 package.",
                "DAMAGED | is damaged: CPython 3.14.3, 1 package.",
                "MISSING | does not exist yet.",
                "FOREIGN | was not made by python-env; ensure would move it to the backup.",
                "OCCUPIED | cannot be made: something else is in the way."
            })
    void saysItInASentence(Status status, String end) {
        assertThat(InspectionText.headline(request, inspection(status)))
                .isEqualTo("Environment docs (" + request.directory() + ") " + end);
    }

    @Test
    void anErrorSaysWhyButNotEndlessly() {
        List<String> ten =
                IntStream.range(0, 10).mapToObj(n -> "file " + n + " is gone").toList();
        Inspection damaged = new Inspection(request.directory(), Status.DAMAGED, Optional.empty(), ten);

        assertThat(InspectionText.drift(request, damaged).lines())
                .hasSize(10)
                .contains("  - file 0 is gone", "  - file 7 is gone", "  - and 2 more");
    }

    @Test
    void writesAllThatIsKnownAsJson() {
        JsonNode all = read(Map.of(request, inspection(Status.OUT_OF_DATE)));

        assertThat(all.get("current").booleanValue()).isFalse();
        JsonNode json = all.get("environments").get(0);
        assertThat(json.propertyNames())
                .containsExactly(
                        "environment",
                        "directory",
                        "status",
                        "python",
                        "runtime",
                        "generation",
                        "created",
                        "fingerprint",
                        "packages",
                        "findings");
        assertThat(json.get("environment").stringValue()).isEqualTo("docs");
        assertThat(json.get("directory").stringValue())
                .isEqualTo(request.directory().toString());
        assertThat(json.get("status").stringValue()).isEqualTo("out_of_date");
        assertThat(json.get("python").stringValue()).isEqualTo("3.14.3");
        assertThat(json.get("generation").intValue()).isEqualTo(7);
        assertThat(json.get("created").stringValue()).isEqualTo("2026-11-21T07:00:00Z");
        assertThat(json.get("fingerprint").stringValue())
                .isEqualTo(SampleState.get().fingerprint());
        assertThat(json.get("packages").intValue()).isEqualTo(1);
        assertThat(json.get("findings").get(0).stringValue()).isEqualTo("\"ä\"\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "FOREIGN", "OCCUPIED"})
    void writesOnlyWhatIsKnown(Status status) {
        assertThat(read(Map.of(request, inspection(status)))
                        .get("environments")
                        .get(0)
                        .propertyNames())
                .containsExactly("environment", "directory", "status", "findings");
    }

    @Test
    void isCurrentWhereAllAre() {
        assertThat(read(Map.of(request, inspection(Status.UP_TO_DATE)))
                        .get("current")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createDirectory(project.resolve("check.json"));

        assertThatThrownBy(
                        () -> new DataOutput(new RecordedLog(), "text", file.toFile()).write(Map.of("a", 1), List.of()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(file.toString());
    }

    private Inspection inspection(Status status) {
        boolean ours = status.compareTo(Status.DAMAGED) <= 0;
        return new Inspection(
                request.directory(),
                status,
                ours ? Optional.of(SampleState.get()) : Optional.empty(),
                List.of("\"ä\"\n"));
    }

    private static JsonNode read(Map<EnvironmentRequest, Inspection> inspections) {
        return JsonMapper.builder().build().readTree(DataOutput.json(InspectionText.data(inspections)));
    }
}
