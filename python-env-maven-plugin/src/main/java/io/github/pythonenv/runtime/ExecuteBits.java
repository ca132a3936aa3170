package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The archive holds no execute bits. Programs, scripts and shared libraries get them, told by their first bytes, in
 * the folders where such files are; the standard library's Python files are none, whatever their first line says.
 */
final class ExecuteBits implements LayoutFix {
    private static final Set<Integer> BINARY = Set.of(
            0x7f454c46, // ELF
            0xcffaedfe, // Mach-O, 64 bits
            0xcafebabe); // Mach-O for several CPUs

    @Override
    public void apply(InstallationTree tree) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(
                tree.root(),
                tree.bin(),
                tree.lib(),
                tree.lib().resolve("engines-3"),
                tree.lib().resolve("ossl-modules"),
                tree.extensionModules()));
        folders.addAll(InstallationTree.entries(tree.standardLibrary(), "config-*"));
        for (Path folder : folders) {
            for (Path file : InstallationTree.entries(folder, "*")) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && executable(file)) {
                    new ExecuteBit(file).set();
                }
            }
        }
    }

    private static boolean executable(Path file) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(head, 0, head.length) < head.length) {
                return false;
            }
        }
        return (head[0] == '#' && head[1] == '!')
                || BINARY.contains(ByteBuffer.wrap(head).getInt());
    }
}
