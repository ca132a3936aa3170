package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.metrics.StageTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunsTextTest {

    private static final RunRecord BUILT = new RunRecord(
            Instant.parse("2026-03-01T12:00:00Z"),
            "default",
            "ensure",
            RunRecord.Outcome.BUILT,
            3_800,
            "3.14.3",
            4,
            2,
            List.of(new StageTime("ProvisioningPython", 900, 27_000_000)),
            new ChildUse(5, 1_200, 80_000_000),
            Map.of(Measure.TOTAL_SECONDS, 3.8, Measure.ENVIRONMENT_MEGABYTES, 61.2));

    private static final RunRecord RAN = new RunRecord(
            Instant.parse("2026-03-01T12:01:00.490111106Z"),
            "default",
            "run",
            RunRecord.Outcome.RAN,
            40,
            "3.14.3",
            4,
            0,
            List.of(),
            ChildUse.NONE,
            Map.of());

    private static final Budgets BUDGETS =
            new Budgets(Map.of(Measure.ENVIRONMENT_MEGABYTES, 60.0), Optional.empty(), false);

    @Test
    void aLineForEachGoal() {
        assertThat(RunsText.of(List.of(BUILT, BUILT, RAN), BUDGETS).lines())
                .containsExactly(
                        "  the last runs cost:",
                        "    run                        ran, 40 ms, 2026-03-01T12:01:00Z",
                        "    ensure                     built, 3.8 s, 2026-03-01T12:00:00Z       usually 3.8 s, 27.0 MB"
                                + " moved, 1.2 s of processor time, at most 80.0 MB of memory, the installed packages"
                                + " 61.2 MB",
                        "    over budget: the installed packages came to 61.2 MB; the budget is 60 MB");
        assertThat(RunsText.of(List.of(), BUDGETS).lines()).isEmpty();
    }

    @Test
    void theSameForPrograms() throws IOException {
        Map<String, Object> data = RunsText.of(List.of(BUILT, RAN), BUDGETS).data();

        assertThat(data.get("goals"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("goal", "ensure")
                .containsEntry("count", 1)
                .containsEntry("medianMilliseconds", 3_800L)
                .containsEntry("bytes", 27_000_000L)
                .containsEntry("measures", Map.of("totalSeconds", 3.8, "environmentMegabytes", 61.2));
        assertThat(data.get("excesses"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("measure", "environmentMegabytes")
                .containsEntry("limit", 60.0);
        String info = new JsonMapper()
                .writeValueAsString(Map.of(
                        "store",
                        "/store",
                        "environments",
                        List.of(Map.of(
                                "environment",
                                "default",
                                "enabled",
                                true,
                                "directory",
                                "/p/.venv",
                                "inputs",
                                "requirements.txt",
                                "settings",
                                List.of(),
                                "runs",
                                data))));
        assertThat(Schemas.problems("info-1.0", info)).isEmpty();
        assertThat(Schemas.problems("info-1.0", info.replace("\"built\"", "\"made\"")))
                .isNotEmpty();
    }
}
