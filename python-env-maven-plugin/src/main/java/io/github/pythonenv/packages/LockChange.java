package io.github.pythonenv.packages;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became another one in a lock.
 *
 * @param name the package
 * @param kind in which way
 * @param from the versions before, more than one where platforms differ; empty for what was added
 * @param to the versions now; empty for what was removed
 */
public record LockChange(String name, Kind kind, String from, String to) {

    /** In which way. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** To a later version. */
        UP,
        /** To an earlier version. */
        DOWN,
        /** To a version that is neither later nor earlier, such as another commit, or for other platforms. */
        OTHER,
        /** The version stayed, but files that were locked are so no more. */
        FILES
    }

    private static final Comparator<String> BY_VERSION = (one, other) -> {
        Optional<PackageVersion> left = PackageVersion.parse(one);
        Optional<PackageVersion> right = PackageVersion.parse(other);
        return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : 0;
    };

    /**
     * What became of one thing that is locked.
     *
     * @param from its versions before, in any order; none where it was not there
     * @param to its versions now; none where it is no more
     * @param sameFiles whether all files that were locked still are
     * @return nothing where nothing changed
     */
    public static Optional<LockChange> of(
            String name, Collection<String> from, Collection<String> to, boolean sameFiles) {
        List<String> before = sorted(from);
        List<String> now = sorted(to);
        if (before.equals(now) && sameFiles) {
            return Optional.empty();
        }
        return Optional.of(new LockChange(name, kind(before, now), String.join(", ", before), String.join(", ", now)));
    }

    private static List<String> sorted(Collection<String> versions) {
        return versions.stream().distinct().sorted().sorted(BY_VERSION).toList();
    }

    /** Told by the highest version before and now. */
    private static Kind kind(List<String> before, List<String> now) {
        if (before.equals(now)) {
            return Kind.FILES;
        }
        if (before.isEmpty() || now.isEmpty()) {
            return before.isEmpty() ? Kind.ADDED : Kind.REMOVED;
        }
        int order = BY_VERSION.compare(now.get(now.size() - 1), before.get(before.size() - 1));
        return order > 0 ? Kind.UP : order < 0 ? Kind.DOWN : Kind.OTHER;
    }

    /** For a person: {@code up numpy 2.2.0 → 2.3.1}. */
    @Override
    public String toString() {
        return switch (kind) {
            case ADDED -> "added " + name + " " + to;
            case REMOVED -> "removed " + name + " " + from;
            case UP -> "up " + name + " " + from + " → " + to;
            case DOWN -> "down " + name + " " + from + " → " + to;
            case OTHER -> "changed " + name + " " + from + " → " + to;
            case FILES -> "other files of " + name + " " + to;
        };
    }
}
