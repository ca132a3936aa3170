package io.github.pythonenv.metrics;

import io.github.pythonenv.store.InterprocessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last runs of one environment, a line each, in {@code .python-env/metrics} beside it. Several builds may write at
 * once, and what a killed one left half-written harms no other line.
 */
public final class RunHistory {

    /** Runs that are kept at least; twice as many at most. */
    static final int KEPT = 200;

    private final Path file;

    private RunHistory(Path file) {
        this.file = file;
    }

    /** The runs of the environment in that folder, be it there or not. */
    public static RunHistory of(Path environment) {
        String name = Objects.requireNonNull(environment.getFileName(), "an environment has a folder")
                .toString();
        return new RunHistory(
                environment.resolveSibling(".python-env").resolve("metrics").resolve(name + ".jsonl"));
    }

    /** The file, there or not. */
    public Path file() {
        return file;
    }

    /** Adds a run. */
    public void append(RunRecord run) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        InterprocessLock.holding(file.resolveSibling(file.getFileName() + ".lock"), holder -> {}, () -> {
            Files.writeString(
                    file,
                    (endsInLine() ? "" : "\n") + RunLine.print(run) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            List<String> lines = lines();
            if (lines.size() > 2 * KEPT) {
                replace(lines.subList(lines.size() - KEPT, lines.size()));
            }
            return run;
        });
    }

    /** The runs, the oldest first; none where there is no file. */
    public List<RunRecord> runs() throws IOException {
        return lines().stream().map(RunLine::parse).flatMap(Optional::stream).toList();
    }

    private List<String> lines() throws IOException {
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
