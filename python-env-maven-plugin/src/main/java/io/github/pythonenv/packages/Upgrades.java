package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;

/**
 * What may get another version when a lock is made anew; everything else keeps the one that it has where that still
 * will do.
 *
 * @param all whether everything may
 * @param packages names of packages that may
 */
public record Upgrades(boolean all, List<String> packages) {

    /** As little as possible changes. */
    public static final Upgrades NONE = new Upgrades(false, List.of());

    public Upgrades {
        packages = List.copyOf(packages);
    }

    /** What uv is told; the same for {@code uv lock} and {@code uv pip compile}. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(all ? List.of("--upgrade") : List.of());
        packages.forEach(name -> arguments.addAll(List.of("--upgrade-package", name)));
        return arguments;
    }
}
