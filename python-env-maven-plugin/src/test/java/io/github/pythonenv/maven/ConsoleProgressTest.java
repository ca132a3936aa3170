package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final RecordedLog log = new RecordedLog();
    private final ConsoleProgress progress = new ConsoleProgress(log, "", Colours.NONE);

    @Test
    void saysOfAFinishedStageHowFarItIsHowMuchAndHowLong() {
        progress.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 1_000, 27_000_000));
        progress.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 27_049_000, 27_049_000));
        progress.on(new ProgressEvent.Finished(Stage.PROVISIONING_PYTHON, "CPython 3.14.3", 1_234));
        progress.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "12 packages", 49));

        assertThat(log.lines())
                .containsExactly(
                        "info [ 40 %] ProvisioningPython   CPython 3.14.3, 27.0 MB, 1.2 s",
                        "info [ 90 %] InstallingPackages   12 packages, 0.0 s");
    }

    @Test
    void announcesSlowStagesOnly() {
        progress.on(new ProgressEvent.Started(Stage.INSTALLING_PACKAGES, "requirements.txt"));
        progress.on(new ProgressEvent.Started(Stage.VERIFYING, "the new generation"));

        assertThat(log.lines())
                .containsExactly(
                        "info [    …] InstallingPackages   requirements.txt",
                        "debug [    …] Verifying            the new generation");
    }

    @Test
    void forgetsTheBytesOfAStageThatIsOver() {
        progress.on(new ProgressEvent.Bytes(Stage.INSTALLING_PACKAGES, 5_000, ProgressEvent.Bytes.UNKNOWN));
        progress.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "a", 0));
        progress.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "b", 0));

        assertThat(log.lines().get(1)).doesNotContain("kB");
    }

    @Test
    void givesEachEventItsLevelAndItsModule() {
        ConsoleProgress parallel = new ConsoleProgress(log, "[app] ", Colours.NONE);

        parallel.on(new ProgressEvent.Notice("waiting"));
        parallel.on(new ProgressEvent.Warning("careful"));
        parallel.on(new ProgressEvent.Detail("uv sync"));
        parallel.on(new ProgressEvent.Finished(Stage.COMPLETE, ".venv", 0));

        assertThat(log.lines())
                .containsExactly(
                        "info [app] waiting",
                        "warn [app] careful",
                        "debug [app] uv sync",
                        "info [app] [100 %] Complete             .venv, 0.0 s");
    }

    @Test
    void hasColoursWhereMavenHas() {
        ConsoleProgress coloured = new ConsoleProgress(log, "", new Colours(true));

        coloured.on(new ProgressEvent.Finished(Stage.VERIFYING, "a", 0));
        coloured.on(new ProgressEvent.Finished(Stage.COMPLETE, "b", 0));
        coloured.on(new ProgressEvent.Finished(Stage.FAILED, "c", 0));

        assertThat(log.lines())
                .containsExactly(
                        "info [100 %] \u001B[1mVerifying\u001B[m            a, 0.0 s",
                        "info [100 %] \u001B[92;1mComplete\u001B[m             b, 0.0 s",
                        "info [100 %] \u001B[91;1mFailed\u001B[m               c, 0.0 s");
    }

    @Test
    void writesNumbersAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            progress.on(new ProgressEvent.Finished(Stage.VERIFYING, "x", 1_500));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(log.lines().get(0)).endsWith("x, 1.5 s");
    }
}
