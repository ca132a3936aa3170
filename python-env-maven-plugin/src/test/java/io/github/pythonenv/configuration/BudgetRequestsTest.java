package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetRequestsTest {

    @TempDir
    Path project;

    @Test
    void readsNumbersOfAllKinds() throws IOException {
        assertThat(budgets(
                        "\"installSeconds\": 60, \"coverage\": 87.5, \"trendFactor\": 2.5, \"onExceeded\": \"fail\""))
                .isEqualTo(new Budgets(
                        Map.of(Measure.INSTALL_SECONDS, 60.0, Measure.COVERAGE, 87.5), Optional.of(2.5), true));
        assertThat(budgets("")).isEqualTo(Budgets.NONE);
    }

    @Test
    void ofFindingsThereMayBeNone() throws IOException {
        assertThat(budgets("\"lintFindings\": 0, \"typeErrors\": 0").limits())
                .containsExactly(Map.entry(Measure.LINT_FINDINGS, 0.0), Map.entry(Measure.TYPE_ERRORS, 0.0));
    }

    @Test
    void everyMeasureCanHaveOne() throws IOException {
        for (Measure measure : Measure.values()) {
            assertThat(budgets("\"" + measure.id() + "\": 7").limits()).containsEntry(measure, 7.0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"installSeconds\": 0",
                "\"installSeconds\": \"soon\"",
                "\"trendFactor\": 1",
                "\"typeErrors\": -1",
                "\"onExceeded\": \"panic\"",
                "\"testSeconds\": \"NaN\"",
                "\"installTime\": 7"
            })
    void refusesTheRest(String text) {
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> budgets(text));
    }

    private Budgets budgets(String text) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), "{\"validation\": {\"budgets\": {" + text + "}}}");
        Declarations file = ProjectFile.read(project, Optional.empty());
        Settings settings = new ProjectEnvironments(file, Declarations.NONE, new CommandLine(new Properties(), project))
                .select(List.of())
                .get(0)
                .settings();
        return BudgetRequests.of(settings);
    }
}
