package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.packages.RealUv;
import io.github.pythonenv.report.BenchmarkData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RealUv.Resolver.class)
class BenchmarkTest {

    /** Imports slowly with one setting, as a library with too many threads would. */
    private static final String SLOWED = """
            import os, time
            time.sleep(0.3 if os.environ.get("SLOW") == "yes" else 0)
            """;

    @Test
    void measuresWithoutAndWithTheTuning(RealUv uv) throws IOException {
        try (SmallEnvironment environment = new SmallEnvironment(uv)
                .with(TestWheel.of("heavy", "1.0").module(SLOWED), "heavy")
                .tuned(Map.of("SLOW", "yes"))
                .build()) {
            BenchmarkReport report = environment.benchmark(2);

            Map<String, Comparison> figures = byId(report);
            assertThat(figures)
                    .containsKeys("start", "cpu", "memory.copy", "threads.scaling", "import.heavy")
                    .doesNotContainKeys("memory.numpy", "gpu.matmul");
            assertThat(figures.values())
                    .allSatisfy(one -> assertThat(one.tuned()).isPresent());
            Comparison slowed = figures.get("import.heavy");
            assertThat(slowed.tuned().orElseThrow().value())
                    .isGreaterThan(slowed.plain().value() + 200);
            assertThat(slowed.gain().orElseThrow()).isLessThan(1);
            assertThat(report.skipped())
                    .contains(new Evidence("memory bandwidth through numpy", "numpy is not installed."))
                    .extracting(Evidence::label)
                    .contains("GPU");
            assertThat(report.tuning()).isEqualTo(Map.of("SLOW", "yes"));
            assertThat(Schemas.problems(
                            "benchmark-1.0",
                            new JsonMapper()
                                    .writeValueAsString(Map.of("environments", List.of(BenchmarkData.of(report))))))
                    .isEmpty();
        }
    }

    @Test
    void withoutATuningThereIsNothingToCompare(RealUv uv) throws IOException {
        try (SmallEnvironment environment = new SmallEnvironment(uv)
                .with(TestWheel.of("light", "1.0").module("x = 1\n"), "light")
                .build()) {
            BenchmarkReport report = environment.benchmark(1);

            assertThat(report.comparisons()).isNotEmpty().allSatisfy(one -> {
                assertThat(one.tuned()).isEmpty();
                assertThat(one.gain()).isEmpty();
            });
            assertThat(report.skipped()).extracting(Evidence::label).contains("tuning");
            assertThat(BenchmarkData.lines(report))
                    .anyMatch(line -> line.startsWith("  Interpreter start ") && line.endsWith(" -        -"));
        }
    }

    @Test
    void gainsCountTheSameWayForAllFigures() {
        assertThat(new Comparison("a", new Figure("a", 10, "ms"), Optional.of(new Figure("a", 5, "ms"))).gain())
                .isEqualTo(OptionalDouble.of(2));
        assertThat(new Comparison("b", new Figure("b", 10, "bytes/s"), Optional.of(new Figure("b", 5, "bytes/s")))
                        .gain())
                .isEqualTo(OptionalDouble.of(0.5));
        assertThat(new Comparison("c", new Figure("c", 0, "bytes"), Optional.of(new Figure("c", 5, "bytes"))).gain())
                .isEmpty();
        assertThat(new Figure("matmul", 12_345_678_901.0, "flop/s").text()).isEqualTo("12.3 Gflop/s");
    }

    @Test
    void theTable() {
        BenchmarkReport report = new BenchmarkReport(
                "default",
                Path.of("/p/.venv"),
                "3.14.3",
                "linux-x86_64",
                java.time.Instant.EPOCH,
                5,
                List.of(new Comparison(
                        "Interpreter start",
                        new Figure("start", 12.5, "ms"),
                        Optional.of(new Figure("start", 10, "ms")))),
                List.of(new Evidence("GPU", "There is no GPU here.")),
                Map.of());

        assertThat(BenchmarkData.lines(report))
                .containsExactly(
                        "Environment default, CPython 3.14.3, linux-x86_64, medians of 5",
                        "                                       without tuning      with tuning     gain",
                        "  Interpreter start                           12.5 ms            10 ms   1.25 x",
                        "  not measured: GPU. There is no GPU here.");
    }

    private static Map<String, Comparison> byId(BenchmarkReport report) {
        return report.comparisons().stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.plain().id(), one -> one));
    }
}
