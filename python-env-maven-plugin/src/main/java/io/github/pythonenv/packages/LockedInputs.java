package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requirements that were locked here: what is installed says the lock, and whether it still fits say the requirements.
 *
 * @param source what the lock was made from
 * @param lock the lock
 */
public record LockedInputs(UnlockedInputs source, Pylock lock) implements PackageInputs {

    /**
     * The name of the lock of an environment: {@code pylock.toml}, for a named one {@code pylock.NAME.toml}.
     *
     * @param environment its name; {@code default} for the unnamed one
     * @param index the index of PyTorch that it is for, as {@code cu126}; empty where none was chosen
     */
    public static String fileName(String environment, String index) {
        String name = environment.equals("default") ? index : environment + (index.isEmpty() ? "" : "-" + index);
        // PEP 751 allows no further dot.
        return name.isEmpty() ? "pylock.toml" : "pylock." + name.replace('.', '-') + ".toml";
    }

    /** Whether a file is a lock that was made here from inputs of another kind. */
    public static boolean isLockOfOthers(Path file) {
        return PylockNote.in(file).isPresent();
    }

    /** These inputs, by their lock where it is there. */
    public static Optional<LockedInputs> of(UnlockedInputs source, Path lock) {
        return isLockOfOthers(lock)
                ? Optional.of(new LockedInputs(source, new Pylock(lock, List.of(), List.of())))
                : Optional.empty();
    }

    @Override
    public List<Path> inputFiles() {
        Set<Path> files = new LinkedHashSet<>(lock.inputFiles());
        files.addAll(source.inputFiles());
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return lock.sourceTrees();
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public String describe() {
        return lock.describe() + " of " + source.describe();
    }

    @Override
    public String summary() {
        return lock.summary() + ", the lock of " + source.summary();
    }
}
