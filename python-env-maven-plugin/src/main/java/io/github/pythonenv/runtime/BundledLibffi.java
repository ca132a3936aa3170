package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundled libffi lies at the top of the tree, but {@code _ctypes} looks beside itself and in the two folders above
 * ({@code $ORIGIN/:$ORIGIN/../:$ORIGIN/../lib/}), then takes the machine's, if there is one and it fits. A link beside
 * {@code _ctypes} makes it find the bundled one.
 */
final class BundledLibffi implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        List<Path> libraries = InstallationTree.entries(tree.root(), "libffi.so.*");
        if (libraries.isEmpty() || !Files.isDirectory(tree.extensionModules())) {
            return;
        }
        Path toRoot = tree.extensionModules().relativize(tree.root());
        for (Path library : libraries) {
            Path name = library.getFileName();
            Links.put(tree.extensionModules().resolve(name), toRoot.resolve(name));
            // The archive holds the same bytes under the name without a number.
            Links.put(tree.root().resolve("libffi.so"), name);
        }
    }
}
