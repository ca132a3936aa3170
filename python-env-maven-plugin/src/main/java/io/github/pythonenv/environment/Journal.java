package io.github.pythonenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * What happened to an environment, for a person to read: a line for each thing, with its time, the newest last. Only
 * whoever holds the environment's lock writes it. It tells and decides nothing, so a line that cannot be written is no
 * reason to fail.
 */
final class Journal {

    /** Bytes that it may grow to; then the older half goes. */
    static final long LIMIT = 128 * 1024;

    private final Path file;
    private final Clock clock;

    /** @param file made with the first line */
    Journal(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Adds a line. */
    void note(String text) {
        String line = clock.instant().truncatedTo(ChronoUnit.SECONDS) + "  " + text.replaceAll("\\s*\\R\\s*", " ");
        try {
            Files.createDirectories(file.getParent());
            shorten();
            Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The build that it tells of is worth more than the line.
        }
    }

    private void shorten() throws IOException {
        if (!Files.exists(file) || Files.size(file) < LIMIT) {
            return;
        }
        byte[] text = Files.readAllBytes(file);
        int cut = text.length / 2;
        while (cut < text.length && text[cut - 1] != '\n') {
            cut++;
        }
        Path draft = file.resolveSibling("." + file.getFileName());
        Files.write(draft, Arrays.copyOfRange(text, cut, text.length));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
