package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bundled OpenSSL looks for certificate authorities in a folder of the build machine, so an interpreter that
 * nobody configured trusts nobody. The standard library's {@code ssl.py} gets a block at its end that falls back to
 * the machine's own bundle, looked for when it is wanted. It is the module itself that is changed, because it is what
 * every way in has in common: environments, {@code -I}, {@code -S}, asyncio, urllib, pip.
 */
final class MachineCertificates implements LayoutFix {
    private static final String BLOCK = "machine_certificates.py";
    private static final String MARK = "# python-env: the machine's certificate authorities";

    @Override
    public void apply(InstallationTree tree) throws IOException {
        Path module = tree.standardLibrary().resolve("ssl.py");
        if (!Files.isRegularFile(module) || Files.readString(module).contains(MARK)) {
            return;
        }
        Files.write(module, block(), StandardOpenOption.APPEND);
        // Archives hold no bytecode; if one ever does, it must not speak for the module as it was.
        for (Path compiled : InstallationTree.entries(module.resolveSibling("__pycache__"), "ssl.*.pyc")) {
            Files.delete(compiled);
        }
    }

    private static byte[] block() throws IOException {
        try (InputStream in = MachineCertificates.class.getResourceAsStream(BLOCK)) {
            if (in == null) {
                throw new IllegalStateException(BLOCK + " is missing from the plugin's jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ("\n\n" + MARK + "\n" + text).getBytes(StandardCharsets.UTF_8);
        }
    }
}
