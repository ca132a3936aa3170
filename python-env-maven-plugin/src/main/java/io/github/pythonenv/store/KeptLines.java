package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of which the last lines are kept. Several processes may add to it at once, and what a killed one left
 * half-written harms no other line.
 *
 * @param file may not be there
 */
public record KeptLines(Path file) {

    /** Lines that are kept at least; twice as many at most. */
    public static final int KEPT = 200;

    /**
     * Adds one.
     *
     * @param line without a line break
     */
    public void append(String line) throws IOException {
        InterprocessLock.holding(file.resolveSibling(file.getFileName() + ".lock"), holder -> {}, () -> {
            Files.writeString(
                    file,
                    (endsInLine() ? "" : "\n") + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            List<String> lines = lines();
            if (lines.size() > 2 * KEPT) {
                replace(lines.subList(lines.size() - KEPT, lines.size()));
            }
            return line;
        });
    }

    /** All that are there, the oldest first; one of them may be damaged. */
    public List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // Decoded leniently: a line cut within a character must not hide the others.
        try (Stream<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    private boolean endsInLine() throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    private void replace(List<String> lines) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
