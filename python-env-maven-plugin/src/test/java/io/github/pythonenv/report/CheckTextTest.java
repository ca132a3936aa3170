package io.github.pythonenv.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Evidence;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CheckTextTest {

    private static final List<CheckResult> RESULTS = List.of(
            result("size", Category.PERFORMANCE, new Verdict.Passed(), new Figure("bytes", 12_300_000, "bytes")),
            result("tls", Category.PYTHON, new Verdict.Failed("Nobody is trusted.", "Install certificates.")),
            result("record", Category.DEPENDENCIES, new Verdict.Warning("A file is odd.", "Look at it.")),
            result("lock", Category.PYTHON, new Verdict.Skipped("There is none.")));

    @Test
    void headingsVerdictsAndWhatToDo() {
        assertThat(CheckText.lines(RESULTS))
                .containsExactly(
                        "Python installation",
                        "  failed   Title (tls), 7 ms",
                        "           Nobody is trusted.",
                        "           What to do: Install certificates.",
                        "  skipped  Title (lock), 7 ms",
                        "           There is none.",
                        "Dependencies",
                        "  warning  Title (record), 7 ms",
                        "           A file is odd.",
                        "           What to do: Look at it.",
                        "Performance",
                        "  passed   Title (size), 7 ms",
                        "             bytes: 12.3 MB");
        assertThat(CheckText.summary(RESULTS)).isEqualTo("1 passed, 1 warning, 1 failed, 1 skipped");
        assertThat(CheckText.summary(List.of())).isEqualTo("no check was made");
    }

    @Test
    void dataIsWhatItsSchemaSays() throws IOException {
        SuiteReport report = new SuiteReport(
                "default",
                Path.of("/project/.venv"),
                "3.14.3",
                "linux-x86_64",
                Instant.EPOCH,
                28,
                RESULTS,
                new DependencyGraph(List.of()),
                List.of(new Evidence("uv", "0.13")),
                Map.of("OMP_NUM_THREADS", "2"));

        assertThat(faults(Map.of("environments", List.of(CheckData.of(report)))))
                .isEmpty();
        assertThat(faults(Map.of("environments", List.of(Map.of("environment", "default")))))
                .isNotEmpty();
    }

    private static List<String> faults(Map<String, ?> data) throws IOException {
        return Schemas.problems("validation-1.0", new JsonMapper().writeValueAsString(data));
    }

    private static CheckResult result(String id, Category category, Verdict verdict, Figure... figures) {
        return new CheckResult(id, category, "Title", verdict, List.of(new Evidence("a", "b")), List.of(figures), 7);
    }
}
