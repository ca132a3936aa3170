package io.github.pythonenv.environment;

import io.github.pythonenv.packages.LockChange;
import io.github.pythonenv.packages.LockUpdate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the locks of an environment.
 *
 * @param environment its name
 * @param file the lock of runtime and uv
 * @param pinned what that pins for the environment now, a line each
 * @param changes of those pins
 * @param packages the lock of its packages
 */
public record LockReport(
        String environment, Path file, List<String> pinned, List<LockChange> changes, Packages packages) {
    public LockReport {
        pinned = List.copyOf(pinned);
        changes = List.copyOf(changes);
    }

    /** The same, and what was told of the lock of packages before. */
    public LockReport with(Packages before) {
        return new LockReport(environment, file, pinned, changes, before);
    }

    /** The files that were written. */
    public List<Path> written() {
        return Stream.concat(Stream.of(file), packages.update().stream().map(LockUpdate::file))
                .toList();
    }

    /**
     * The lock of packages.
     *
     * @param update if it was written
     * @param left why there is none, or why it was left alone; a sentence
     */
    public record Packages(Optional<LockUpdate> update, Optional<String> left) {}
}
