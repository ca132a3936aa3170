package io.github.pythonenv.packages;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what uv downloads, as it says it where no terminal listens: {@code Downloading numpy (16.1MiB)} at the
 * beginning, {@code Downloaded numpy} at the end. Of small ones it says nothing. Source: uv 0.13, {@code
 * uv/src/commands/reporters.rs}.
 */
final class DownloadTally {

    private static final Pattern BEGIN = Pattern.compile("\\s*Downloading (\\S+) \\(([0-9.]+)([KMG]?i?B)\\)");
    private static final Pattern END = Pattern.compile("\\s*Downloaded (\\S+)");

    private final ProgressListener listener;
    private final Map<String, Long> sizes = new HashMap<>();
    private long done;
    private long total;

    DownloadTally(ProgressListener listener) {
        this.listener = listener;
    }

    /** Hears a line of uv's standard error. */
    void hear(String line) {
        Matcher begin = BEGIN.matcher(line);
        Matcher end = END.matcher(line);
        if (begin.matches()) {
            long size = Math.round(Double.parseDouble(begin.group(2)) * unit(begin.group(3)));
            total += size;
            sizes.put(begin.group(1), size);
        } else if (end.matches() && sizes.containsKey(end.group(1))) {
            done += sizes.remove(end.group(1));
        } else {
            return;
        }
        listener.on(new ProgressEvent.Bytes(Stage.INSTALLING_PACKAGES, done, total));
    }

    private static long unit(String name) {
        return switch (name.charAt(0)) {
            case 'K' -> 1L << 10;
            case 'M' -> 1L << 20;
            case 'G' -> 1L << 30;
            default -> 1;
        };
    }
}
