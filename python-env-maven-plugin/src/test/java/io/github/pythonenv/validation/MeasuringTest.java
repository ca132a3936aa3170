package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.RealUv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that measure, those of the user's own, and those of GPUs. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class MeasuringTest {

    private SmallEnvironment environment;

    @BeforeEach
    void build(RealUv uv) throws IOException {
        environment = new SmallEnvironment(uv)
                .with(
                        TestWheel.of("heavy", "1.0")
                                .module("def main():\n    print('from heavy')\n")
                                .program("heavy", "heavy:main"),
                        "heavy")
                .with(
                        TestWheel.of("pair", "1.0")
                                .file("pair_first.py", "")
                                .file("pair_second.py", "import sys\nassert 'pair_first' in sys.modules\n"),
                        "pair")
                .build();
    }

    @AfterEach
    void cleanUp() throws IOException {
        environment.close();
    }

    @Test
    void measuresAndCompares() throws IOException {
        environment.tuned(Map.of("OMP_NUM_THREADS", "1"));
        SuiteReport first = environment.validate("performance");

        assertThat(Told.faults(first)).isEmpty();
        assertThat(first.results())
                .extracting(CheckResult::id)
                .containsExactly("start-time", "import-time", "cpu", "scaling", "disk-size");
        assertThat(first.results().stream().flatMap(result -> result.figures().stream()))
                .allSatisfy(figure -> assertThat(figure.value()).as(figure.id()).isNotNegative())
                .extracting(Figure::id)
                .contains("start", "start.bare", "import.heavy", "cpu", "memory.copy", "memory.copy.tuned")
                .contains("threads.scaling", "threads.scaling.tuned", "disk.bytes", "disk.files")
                .contains("import.pair_first")
                .doesNotContain("import.pair_second");
        assertThat(Told.evidence(first, "import-time", "pair_second"))
                .containsExactly("does not import alone: not measured");

        // It was a thousand times as good once.
        environment.earlier(id -> switch (id) {
            case "cpu" -> List.of(1e9, 1e9, 1e9);
            case "start", "import.heavy", "disk.bytes" -> List.of(1e-3, 1e-3, 1e-3);
            case "memory.copy" -> List.of(1e15, 1e15, 1e15);
            // Two runs are no trend.
            case "disk.files" -> List.of(1.0, 1.0);
            default -> List.of();
        });
        assertThat(Told.faults(environment.validate("performance")))
                .extracting(fault -> fault.split(" ", 2)[0])
                .containsExactly("start-time", "import-time", "cpu", "scaling", "disk-size");
    }

    @Test
    void keepsWhatWasMeasuredOnThisMachine() throws IOException {
        Path directory = environment.directory();
        CheckResult cpu = result(new Figure("cpu", 100, "ops/s"));
        for (int run = 0; run < 3; run++) {
            FigureHistory.of(directory, "here").append(Instant.EPOCH, List.of(cpu));
        }
        FigureHistory.of(directory, "elsewhere").append(Instant.EPOCH, List.of(result(new Figure("cpu", 1, "ops/s"))));
        Path file = environment.project().resolve(".python-env/metrics/.venv-figures.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"machine\": \"here\", \"figu");
        FigureHistory.of(directory, "here").append(Instant.EPOCH, List.of(cpu));
        FigureHistory.of(directory, "here").append(Instant.EPOCH, List.of(result()));

        assertThat(FigureHistory.of(directory, "here").of("cpu")).containsExactly(100.0, 100.0, 100.0, 100.0);
        assertThat(FigureHistory.of(directory, "elsewhere").of("cpu")).containsExactly(1.0);
        assertThat(FigureHistory.of(directory, "here").of("start")).isEmpty();
    }

    @Test
    void keepsOnlyTheLastRuns() throws IOException {
        Path directory = environment.directory();
        FigureHistory history = FigureHistory.of(directory, "here");
        for (int run = 0; run < 410; run++) {
            history.append(Instant.EPOCH, List.of(result(new Figure("cpu", run, "ops/s"))));
        }
        assertThat(FigureHistory.of(directory, "here").of("cpu")).hasSize(20).endsWith(408.0, 409.0);
        // Cut down to 200 at the 401st run.
        assertThat(Files.readAllLines(environment.project().resolve(".python-env/metrics/.venv-figures.jsonl")))
                .filteredOn(line -> !line.isEmpty())
                .hasSize(209);
    }

    @Test
    void checksOfTheUsersOwn() {
        SuiteReport report = environment
                .settings(withUserChecks(
                        check("program", 0, "from heavy", "heavy"),
                        check("status", 3, "", "python", "-c", "raise SystemExit(3)"),
                        check(
                                "activated",
                                0,
                                "\\.venv$",
                                "python",
                                "-c",
                                "import os; print(os.environ['VIRTUAL_ENV'])"),
                        check("wrong-status", 0, "", "python", "-c", "print('said'); raise SystemExit(4)"),
                        check("wrong-output", 0, "^4\\.", "python", "--version"),
                        check("nobody", 0, "", "no-such-program-anywhere")))
                .validate("user");

        assertThat(Told.faults(report))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .isEqualTo("wrong-status failed: It ended with exit status 4 instead of 0."),
                        fault -> assertThat(fault)
                                .isEqualTo("wrong-output failed: What it printed has nothing that matches ^4\\.."),
                        fault -> assertThat(fault).startsWith("nobody failed: ").contains("no-such-program-anywhere"));
        assertThat(Told.evidence(report, "wrong-status", "output")).containsExactly("said");
    }

    @Test
    void whatIsOnlyAWarningIsOneWhereItsProgramIsNotThere() {
        UserCheck check = new UserCheck(
                "wanted",
                "It is there",
                List.of("no-such-program-anywhere"),
                0,
                Optional.empty(),
                true,
                "Install it.",
                Duration.ofMinutes(1));
        SuiteReport report = environment.settings(withUserChecks(check)).validate("user");

        assertThat(Told.faults(report))
                .singleElement()
                .asString()
                .startsWith("wanted warning: ")
                .contains("no-such-program-anywhere");
        assertThat(report.results().get(0).verdict().hint()).isEqualTo("Install it.");
    }

    @Test
    void noCheckMayBeCalledAsAnotherOne() {
        for (String id : List.of("record", "python")) {
            environment.settings(withUserChecks(check(id, 0, "", "python")));
            assertThatThrownBy(() -> environment.validate("user"))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("A check of your own is called " + id);
        }
    }

    @Test
    void gpusThatAreNotThere() {
        SuiteReport report = environment.validate("gpu");

        assertThat(report.results())
                .extracting(CheckResult::id)
                .containsExactly("gpu-driver", "gpu-torch", "gpu-jax", "gpu-tensorflow");
        assertThat(report.results())
                .filteredOn(result -> !result.id().equals("gpu-driver"))
                .allSatisfy(result -> assertThat(result.verdict()).isInstanceOf(Verdict.Skipped.class));
    }

    private static ValidationSettings withUserChecks(UserCheck... checks) {
        return new ValidationSettings(
                List.of(), FailOn.ERROR, List.of(checks), Duration.ofMinutes(1), List.of(), 2, List.of(), List.of());
    }

    private static UserCheck check(String id, int exitCode, String output, String... command) {
        return new UserCheck(id, id, List.of(command), exitCode, Optional.of(output), false, "", Duration.ofMinutes(1));
    }

    private static CheckResult result(Figure... figures) {
        return new CheckResult(
                "one", Category.PERFORMANCE, "One", new Verdict.Passed(), List.of(), List.of(figures), 1);
    }
}
