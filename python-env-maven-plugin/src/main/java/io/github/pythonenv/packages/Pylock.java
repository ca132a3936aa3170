package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A lock file in the format of PEP 751.
 *
 * @param file {@code pylock.toml} or {@code pylock.NAME.toml}, absolute
 * @param extras extras to install
 * @param groups dependency groups to install
 */
public record Pylock(Path file, List<String> extras, List<String> groups) implements PackageInputs {

    public Pylock {
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
    }

    /** The folder that relative paths in the lock refer to. */
    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    @Override
    public List<Path> inputFiles() {
        return List.of(file);
    }

    @Override
    public List<Path> sourceTrees() {
        return List.of();
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public String describe() {
        return "pylock " + file + " extras " + extras + " groups " + groups;
    }

    @Override
    public String summary() {
        return file.getFileName().toString();
    }
}
