package io.github.pythonenv.runtime;

import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Windows archive has pip in the standard library itself, where every environment would see it and none could
 * replace it. It goes where installed packages go.
 */
final class PipOutOfTheLibrary implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        Path packages = tree.lib().resolve("site-packages");
        for (Path part : InstallationTree.entries(tree.lib(), "{pip,pip-*.dist-info}")) {
            Path target = packages.resolve(part.getFileName());
            Files.createDirectories(packages);
            if (Files.exists(target)) {
                Trees.delete(part);
            } else {
                Files.move(part, target);
            }
        }
    }
}
