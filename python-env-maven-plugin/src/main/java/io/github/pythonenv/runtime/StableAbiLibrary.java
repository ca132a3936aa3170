package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Windows archives lack {@code python3.dll}, through which extension modules of the stable ABI find the interpreter
 * whatever its version: polars, tokenizers, safetensors, cryptography and psutil would not import. It holds no code,
 * only the note for each name that it is in {@code python314.dll}; the names stand in the import library that is there,
 * so the file can be made.
 */
final class StableAbiLibrary implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        Path library = tree.root().resolve("python3.dll");
        Path names = tree.root().resolve("libs").resolve("python3.lib");
        String target = "python" + tree.version().major() + tree.version().minor();
        if (Files.exists(library)
                || !Files.exists(names)
                || !Files.exists(tree.root().resolve(target + ".dll"))) {
            return;
        }
        ImportLibrary imports = ImportLibrary.parse(Files.readAllBytes(names));
        Files.write(library, ForwardingDll.image("python3.dll", target, imports));
    }
}
