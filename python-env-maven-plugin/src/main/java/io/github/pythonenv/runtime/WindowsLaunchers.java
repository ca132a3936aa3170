package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * On Windows a program loads libraries from its own folder: the C runtime, which lies in {@code lib}, is wanted beside
 * {@code python.exe} on a machine that has none installed. {@code pythonw.exe} belongs there too, where tools that make
 * environments look for it; in {@code bin} neither launcher would find {@code python3xx.dll}.
 */
final class WindowsLaunchers implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        for (Path runtime : InstallationTree.entries(tree.extensionModules(), "vcruntime*.dll")) {
            Path beside = tree.root().resolve(runtime.getFileName());
            if (!Files.exists(beside)) {
                Files.copy(runtime, beside);
            }
        }
        for (String name : new String[] {"python.exe", "pythonw.exe"}) {
            Path inBin = tree.bin().resolve(name);
            Path atTop = tree.root().resolve(name);
            if (Files.exists(inBin) && !Files.exists(atTop)) {
                Files.move(inBin, atTop);
            }
            Files.deleteIfExists(inBin);
        }
        if (Files.isDirectory(tree.bin())
                && InstallationTree.entries(tree.bin(), "*").isEmpty()) {
            Files.delete(tree.bin());
        }
    }
}
