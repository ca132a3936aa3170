package io.github.pythonenv.metrics;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that happens in one run, debug log included, in a file of {@code .python-env/logs} beside the environment. Each
 * line is on disk as soon as it is said: a build that is killed leaves what it did. Events hold no secret.
 */
public final class RunLog implements ProgressListener, Closeable {

    /** Logs that are kept of one environment. */
    static final int KEPT = 20;

    /** Characters of one log; what comes later is left out. */
    static final int LONGEST = 4 << 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Clock clock;
    private final Instant started;
    private final BufferedWriter writer;
    private long written;
    private boolean broken;

    private RunLog(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        this.started = clock.instant();
        this.writer = Files.newBufferedWriter(file);
    }

    /**
     * Begins a log, and removes old ones.
     *
     * @param heading its first line
     */
    public static RunLog begin(Path environment, String heading, Clock clock) throws IOException {
        String name = Objects.requireNonNull(environment.getFileName(), "an environment has a folder")
                .toString();
        Path folder = Files.createDirectories(
                environment.resolveSibling(".python-env").resolve("logs"));
        prune(folder, name);
        RunLog log = new RunLog(folder.resolve(name + "-" + TIME.format(clock.instant()) + ".log"), clock);
        log.line(heading);
        return log;
    }

    public Path file() {
        return file;
    }

    @Override
    public void on(ProgressEvent event) {
        String text = text(event);
        if (text != null) {
            line(text);
        }
    }

    /** Adds a line. That it cannot be written is no reason to stop a build. */
    public synchronized void line(String text) {
        if (broken || written > LONGEST) {
            return;
        }
        try {
            String line =
                    String.format(Locale.ROOT, "%9.3f %s%n", (clock.millis() - started.toEpochMilli()) / 1e3, text);
            written += line.length();
            writer.write(written > LONGEST ? "The rest is left out.\n" : line);
            writer.flush();
        } catch (IOException e) {
            broken = true;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    private static @Nullable String text(ProgressEvent event) {
        if (event instanceof ProgressEvent.Started started) {
            return "[" + started.stage().label() + "] … " + started.detail();
        }
        if (event instanceof ProgressEvent.Finished finished) {
            return "[" + finished.stage().label() + "] " + finished.detail() + ", " + finished.milliseconds() + " ms";
        }
        if (event instanceof ProgressEvent.Notice notice) {
            return notice.text();
        }
        if (event instanceof ProgressEvent.Warning warning) {
            return "WARNING " + warning.text();
        }
        if (event instanceof ProgressEvent.Detail detail) {
            return "DEBUG " + detail.text();
        }
        if (event instanceof ProgressEvent.ProgramEnded ended) {
            return "DEBUG " + ended.program() + " ended after " + ended.milliseconds() + " ms, "
                    + ended.cpuMilliseconds() + " ms of processor time, " + ended.peakBytes() / 1_000_000
                    + " MB of memory";
        }
        return null;
    }

    private static void prune(Path folder, String name) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> isLogOf(name, file)).sorted().toList();
        }
        for (Path old : logs.subList(0, Math.max(0, logs.size() - KEPT + 1))) {
            Files.deleteIfExists(old);
        }
    }

    /** The name of one environment's folder may begin with that of another one. */
    private static boolean isLogOf(String name, Path file) {
        String text = file.getFileName().toString();
        return text.startsWith(name + "-") && text.substring(name.length() + 1).matches("\\d{8}-\\d{6}-\\d{3}\\.log");
    }
}
