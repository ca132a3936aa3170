package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Archives hold no links, so the launcher is there three times and {@code bin/python} not at all. One launcher stays,
 * {@code bin/python3.14}; its other names are links.
 */
final class LauncherLinks implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        String name = "python" + tree.version().series();
        Path launcher = tree.bin().resolve(name);
        Path atTop = tree.root().resolve(name);
        if (!Files.exists(launcher)) {
            return;
        }
        Links.put(tree.bin().resolve("python3"), Path.of(name));
        Links.put(tree.bin().resolve("python"), Path.of(name));
        // Beside libpython, for programs that embed the interpreter; nothing of ours starts it there.
        Files.deleteIfExists(atTop);
    }
}
