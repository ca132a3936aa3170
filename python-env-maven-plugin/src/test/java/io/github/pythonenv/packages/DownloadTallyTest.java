package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadTallyTest {

    private final List<ProgressEvent> events = new ArrayList<>();
    private final DownloadTally tally = new DownloadTally(events::add);

    @Test
    void countsWhatWasBegunAndWhatIsDone() {
        tally.hear("Resolved 4 packages in 331ms");
        tally.hear("Downloading numpy (16.0MiB)");
        tally.hear("Downloading tzdata (340.0KiB)");
        tally.hear(" Downloaded numpy");
        tally.hear(" Downloaded tzdata");
        tally.hear("Prepared 4 packages in 1.02s");

        assertThat(events)
                .containsExactly(
                        bytes(0, 16 << 20),
                        bytes(0, (16 << 20) + 340 * 1024),
                        bytes(16 << 20, (16 << 20) + 340 * 1024),
                        bytes((16 << 20) + 340 * 1024, (16 << 20) + 340 * 1024));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        tally.hear("Downloading torch");
        tally.hear(" Downloaded torch");

        assertThat(events).isEmpty();
    }

    private static ProgressEvent bytes(long done, long total) {
        return new ProgressEvent.Bytes(Stage.INSTALLING_PACKAGES, done, total);
    }
}
