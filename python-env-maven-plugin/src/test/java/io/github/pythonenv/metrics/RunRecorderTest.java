package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.metrics.RunRecord.Outcome;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

    private final SettableClock clock = new SettableClock();
    private final RunRecorder recorder = new RunRecorder(clock);

    @Test
    void addsUpWhatItHears() {
        recorder.on(new ProgressEvent.Started(Stage.PROVISIONING_PYTHON, "cpython"));
        recorder.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 400, 1000));
        recorder.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 1000, 1000));
        recorder.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 10, ProgressEvent.Bytes.UNKNOWN));
        recorder.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 30, ProgressEvent.Bytes.UNKNOWN));
        recorder.on(new ProgressEvent.Finished(Stage.PROVISIONING_PYTHON, "CPython", 900));
        recorder.on(new ProgressEvent.ProgramEnded("uv", 100, 40, 30_000_000));
        recorder.on(new ProgressEvent.ProgramEnded("python", 100, 70, 20_000_000));
        recorder.on(new ProgressEvent.Installed(12, 3));
        recorder.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "12 packages", 2_500));
        recorder.on(new ProgressEvent.Notice("Something."));
        recorder.on(new ProgressEvent.Finished(Stage.COMPLETE, "done", 3_500));
        clock.now = clock.now.plusMillis(3_600);

        RunRecord run = recorder.record("default", "ensure", Outcome.BUILT, "3.14.3", 12);

        assertThat(run.started()).isEqualTo(Instant.EPOCH);
        assertThat(run.milliseconds()).isEqualTo(3_600);
        assertThat(run.stages())
                .containsExactly(
                        new StageTime("ProvisioningPython", 900, 1030), new StageTime("InstallingPackages", 2_500, 0));
        assertThat(run.bytes()).isEqualTo(1030);
        assertThat(run.children()).isEqualTo(new ChildUse(2, 110, 30_000_000));
        assertThat(run.fetched()).isEqualTo(3);
        assertThat(run.measures())
                .containsEntry(Measure.INSTALL_SECONDS, 2.5)
                .containsEntry(Measure.TOTAL_SECONDS, 3.6)
                .containsEntry(Measure.PEAK_MEMORY_MEGABYTES, 30.0)
                .hasSize(3);
    }

    @Test
    void whatWasNotMeasuredIsNotThere() {
        RunRecord run = recorder.record("default", "ensure", Outcome.FAILED, "", 0);

        assertThat(run.measures()).containsOnlyKeys(Measure.TOTAL_SECONDS);
        assertThat(run.with(Measure.COVERAGE, 80).measures())
                .containsEntry(Measure.COVERAGE, 80.0)
                .hasSize(2);
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
