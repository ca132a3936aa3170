package io.github.pythonenv.metrics;

import io.github.pythonenv.store.KeptLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The last runs of one environment, a line each, in {@code .python-env/metrics} beside it. */
public final class RunHistory {

    private final KeptLines lines;

    private RunHistory(Path file) {
        this.lines = new KeptLines(file);
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
        return lines.file();
    }

    /** Adds a run. */
    public void append(RunRecord run) throws IOException {
        lines.append(RunLine.print(run));
    }

    /** The runs, the oldest first; none where there is no file. */
    public List<RunRecord> runs() throws IOException {
        return lines.lines().stream()
                .map(RunLine::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
