package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private static final String ERASE = "\r\u001B[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<ProgressEvent> heard = new ArrayList<>();
    private long now;
    private final StatusLine line =
            new StatusLine(new PrintStream(written, true, StandardCharsets.UTF_8), heard::add, () -> now, Colours.NONE);

    @Test
    void showsWhatAStageIsAt() {
        line.on(new ProgressEvent.Started(Stage.PROVISIONING_PYTHON, ""));
        later();
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 5_000_000, 27_000_000));

        assertThat(text()).isEqualTo("[==>       ]  23 %  ProvisioningPython 5.0 of 27.0 MB");
    }

    @Test
    void saysHowFastItIsAndHowLongItStillTakes() {
        line.on(new ProgressEvent.Started(Stage.PROVISIONING_PYTHON, ""));
        // The first five were there from a download that was interrupted.
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 5_000_000, 27_000_000));
        later();
        later();
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 9_000_000, 27_000_000));

        assertThat(text()).endsWith("ProvisioningPython 9.0 of 27.0 MB, 2.0 MB/s, 9 s left");
    }

    @Test
    void beginsToCountAnewWithTheNextFileAndDoesNotGoBack() {
        line.on(new ProgressEvent.Started(Stage.PROVISIONING_PYTHON, ""));
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 0, 27_000_000));
        later();
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 27_000_000, 27_000_000));
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 1_000, ProgressEvent.Bytes.UNKNOWN));
        later();
        line.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 4_001_000, ProgressEvent.Bytes.UNKNOWN));

        assertThat(text()).endsWith("[====>     ]  40 %  ProvisioningPython 4.0 MB, 4.0 MB/s");
    }

    @Test
    void isOutOfTheWayBeforeALineIsLogged() {
        line.on(new ProgressEvent.Started(Stage.INSTALLING_PACKAGES, ""));
        later();
        line.on(new ProgressEvent.Detail("uv: Resolved 12 packages"));
        line.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "", 1));

        assertThat(text()).isEqualTo("[=====>    ]  50 %  InstallingPackages uv: Resolved 12 packages" + ERASE);
    }

    @Test
    void isWrittenSeldomEnoughForAPerson() {
        line.on(new ProgressEvent.Started(Stage.INSTALLING_PACKAGES, ""));
        later();
        line.on(new ProgressEvent.Detail("a"));
        line.on(new ProgressEvent.Detail("b"));
        later();
        line.on(new ProgressEvent.Detail("c"));

        assertThat(text()).contains("Packages a").doesNotContain("Packages b").contains("Packages c");
    }

    @Test
    void showsNothingBetweenStages() {
        later();
        line.on(new ProgressEvent.Detail("a"));
        line.on(new ProgressEvent.Started(Stage.VERIFYING, ""));
        line.on(new ProgressEvent.Finished(Stage.VERIFYING, "", 1));
        later();
        line.on(new ProgressEvent.Detail("b"));

        assertThat(text()).isEmpty();
    }

    @Test
    void staysInOneLineThatControlsNothing() {
        line.on(new ProgressEvent.Started(Stage.INSTALLING_PACKAGES, ""));
        later();
        line.on(new ProgressEvent.Detail("x".repeat(200)));
        later();
        line.on(new ProgressEvent.Detail("before\u001B[2Jafter"));

        assertThat(text().split("\r", -1)[0]).hasSize(78);
        assertThat(text()).endsWith(" before").doesNotContain("after");
    }

    @Test
    void handsEveryEventOn() {
        List<ProgressEvent> events = List.of(
                new ProgressEvent.Started(Stage.VERIFYING, ""),
                new ProgressEvent.Notice("n"),
                new ProgressEvent.Warning("w"),
                new ProgressEvent.Finished(Stage.VERIFYING, "", 1));

        events.forEach(line::on);

        assertThat(heard).isEqualTo(events);
    }

    private void later() {
        now += TimeUnit.SECONDS.toNanos(1);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
