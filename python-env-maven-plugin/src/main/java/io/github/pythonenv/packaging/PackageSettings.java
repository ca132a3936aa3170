package io.github.pythonenv.packaging;

import java.nio.file.Path;
import java.util.List;

/**
 * How an environment is packed.
 *
 * @param format of the archive
 * @param exclude globs of paths in the tree that are left out, besides those that are left out unless kept
 * @param keep globs of paths that are never left out
 * @param code folders of the project whose contents go into {@code site-packages}
 * @param bytecode whether the tree has compiled modules
 */
public record PackageSettings(
        PackageFormat format, List<String> exclude, List<String> keep, List<Path> code, boolean bytecode) {

    public PackageSettings {
        exclude = List.copyOf(exclude);
        keep = List.copyOf(keep);
        code = List.copyOf(code);
    }
}
