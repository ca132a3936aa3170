package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A lock of packages that was written.
 *
 * @param file the lock
 * @param changes what differs in it from what was there before, ordered by name
 */
public record LockUpdate(Path file, List<LockChange> changes) {

    public LockUpdate {
        changes = List.copyOf(changes);
    }

    /** What changed, for a person, in one line. */
    public String summary() {
        return changes.isEmpty()
                ? "no package changed"
                : changes.stream().map(LockChange::toString).collect(Collectors.joining(", "));
    }
}
