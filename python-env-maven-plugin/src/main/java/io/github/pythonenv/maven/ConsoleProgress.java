package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Says what happens, a line for each finished stage with percentage, elapsed seconds and bytes. */
final class ConsoleProgress implements ProgressListener {

    /** Stages that can take long enough for a person to wonder: these are announced, too. */
    private static final Set<Stage> SLOW =
            EnumSet.of(Stage.PROVISIONING_PYTHON, Stage.INSTALLING_PACKAGES, Stage.PACKING);

    private final Log log;
    private final String prefix;
    private final Colours colours;
    private final Map<Stage, Long> bytes = new EnumMap<>(Stage.class);

    /** @param prefix stands before each line, so that modules built at once can be told apart; may be empty */
    ConsoleProgress(Log log, String prefix) {
        this(log, prefix, Colours.ofMaven());
    }

    ConsoleProgress(Log log, String prefix, Colours colours) {
        this.log = log;
        this.prefix = prefix;
        this.colours = colours;
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.Started started) {
            started(started);
        } else if (event instanceof ProgressEvent.Finished finished) {
            finished(finished);
        } else if (event instanceof ProgressEvent.Bytes counted) {
            bytes.put(counted.stage(), counted.done());
        } else if (event instanceof ProgressEvent.Notice notice) {
            log.info(prefix + notice.text());
        } else if (event instanceof ProgressEvent.Warning warning) {
            log.warn(prefix + warning.text());
        } else if (event instanceof ProgressEvent.Detail detail) {
            log.debug(prefix + detail.text());
        }
    }

    private void started(ProgressEvent.Started event) {
        String line = line("    …", event.stage(), event.detail());
        if (SLOW.contains(event.stage())) {
            log.info(line);
        } else {
            log.debug(line);
        }
    }

    private void finished(ProgressEvent.Finished event) {
        Long count = bytes.remove(event.stage());
        String size = count == null ? "" : ", " + Amounts.bytes(count);
        log.info(line(
                event.stage().percentAfter() + " %",
                event.stage(),
                event.detail() + size + ", " + seconds(event.milliseconds()) + " s"));
    }

    /** With one decimal. Not by way of a format: in a fresh JVM the first one takes longer than some stages. */
    private static String seconds(long milliseconds) {
        long tenths = (milliseconds + 50) / 100;
        return tenths / 10 + "." + tenths % 10;
    }

    private String line(String progress, Stage stage, String detail) {
        return prefix + "[" + " ".repeat(Math.max(0, 5 - progress.length())) + progress + "] " + coloured(stage)
                + " ".repeat(Math.max(0, 20 - stage.label().length())) + " " + detail;
    }

    private String coloured(Stage stage) {
        return switch (stage) {
            case COMPLETE -> colours.good(stage.label());
            case FAILED -> colours.bad(stage.label());
            default -> colours.strong(stage.label());
        };
    }
}
