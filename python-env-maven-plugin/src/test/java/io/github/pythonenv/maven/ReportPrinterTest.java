package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.SampleState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {

    private final RecordedLog log = new RecordedLog();
    private final EnvironmentRequest request = Asked.in(Path.of("p")).request();
    private final Path venv = Path.of("p", ".venv");

    @Test
    void namesWhatWasAddedByHand() {
        print(new EnvironmentReport.UpToDate(SampleState.get(), List.of("extra", "more")));

        assertThat(log.lines().get(0))
                .isEqualTo("warn [m] Added by hand, and kept until the next rebuild: extra, more.");
    }

    @Test
    void saysThatItIsHeldAndHowThatEnds() {
        print(new EnvironmentReport.Held(SampleState.get(), List.of("requirements.txt changed"), List.of()));

        assertThat(log.lines())
                .containsExactly("warn [m] " + venv + " is held at generation 7, where rollback put it: CPython 3.14.3,"
                        + " 1 package. It is not built anew, though requirements.txt changed. That ends when the inputs"
                        + " change, or with mvn python-env:rollback -Dpython-env.forward.");
    }

    @Test
    void leavesToTheStagesWhatTheySay() {
        print(new EnvironmentReport.Built(SampleState.get(), List.of("there is none yet"), 1_000));
        print(new EnvironmentReport.UpToDate(SampleState.get(), List.of()));
        print(new EnvironmentReport.RuntimeReady(SampleState.get().runtime()));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void listsTheStepsOfADryRun() {
        print(new EnvironmentReport.Planned(List.of("a changed", "b is gone"), List.of("one", "two")));

        assertThat(log.lines())
                .containsExactly(
                        "info [m] Dry run. For " + venv + ", because a changed, b is gone, this would:",
                        "info [m]   1. one",
                        "info [m]   2. two");
    }

    @Test
    void saysThatADryRunFoundNothingToDo() {
        print(new EnvironmentReport.Planned(List.of(), List.of()));

        assertThat(log.lines()).containsExactly("info [m] " + venv + " is up to date: nothing would be done.");
    }

    private void print(EnvironmentReport report) {
        new ReportPrinter(log, "[m] ").print(request, report);
    }
}
