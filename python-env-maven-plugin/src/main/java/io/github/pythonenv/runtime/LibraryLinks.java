package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * libpython lies at the top of the tree, where the launcher's run path finds it. Whoever links against it (pkg-config,
 * CMake, sysconfig's LIBDIR) looks in {@code lib}, so the names that are expected there become links.
 *
 * <p>From 3.14 on the interpreter tells its prefix by where it found libpython, and by the run path's second entry that
 * is {@code bin/..}, which then stands in every path it answers. A link in {@code bin} itself, the first entry, makes
 * them plain.
 */
final class LibraryLinks implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        String stem = "libpython" + tree.version().series();
        for (Path library : InstallationTree.entries(tree.root(), stem + ".{so.*,dylib}")) {
            Path name = library.getFileName();
            Files.createDirectories(tree.lib());
            Links.put(tree.lib().resolve(name), Path.of("..").resolve(name));
            if (Files.isDirectory(tree.bin())) {
                Links.put(tree.bin().resolve(name), Path.of("..").resolve(name));
            }
            if (name.toString().startsWith(stem + ".so.")) {
                Links.put(tree.lib().resolve(stem + ".so"), name);
            }
        }
    }
}
