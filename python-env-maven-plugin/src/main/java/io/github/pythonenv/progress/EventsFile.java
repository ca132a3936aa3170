package io.github.pythonenv.progress;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds what happens to a file, for other programs: a JSON object a line, each written in one piece, so that several
 * builds may share a file and a reader never sees half a line that has its end. What the objects hold says {@code
 * docs/schemas/events-1.0.schema.json}.
 */
public final class EventsFile implements ProgressListener {

    /** Counts of bytes come many times a second; a reader that draws a bar needs few of them. */
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(100);

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Clock clock;
    private final Map<String, String> context;
    private Instant counted = Instant.MIN;
    private boolean broken;

    /**
     * @param context what stands in every line: for whom this happens
     * @throws UserFailure if the file cannot be written
     */
    public EventsFile(Path file, Clock clock, Map<String, String> context) {
        this.file = file;
        this.clock = clock;
        this.context = Map.copyOf(context);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            append(new byte[0]);
        } catch (IOException e) {
            throw new UserFailure(
                    "Events cannot be written to " + file + ": " + FileFault.why(e) + ".",
                    "Name a file in -Dpython-env.events that this user may write, or leave it away.",
                    e);
        }
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (broken || (event instanceof ProgressEvent.Bytes bytes && tooSoon(bytes))) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("schemaVersion", "1.0");
        line.put("time", clock.instant().toString());
        line.putAll(context);
        line.putAll(EventFields.of(event));
        try {
            append((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A full disk is told by the work itself, if it matters there.
            broken = true;
        }
    }

    private boolean tooSoon(ProgressEvent.Bytes bytes) {
        Instant now = clock.instant();
        if (bytes.done() != bytes.total() && now.isBefore(counted.plus(BETWEEN_COUNTS))) {
            return true;
        }
        counted = now;
        return false;
    }

    private void append(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
