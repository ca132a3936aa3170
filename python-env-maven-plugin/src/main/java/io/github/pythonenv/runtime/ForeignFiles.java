package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes out what is no part of CPython and cannot work here: JavaCPP's bridge for Java programs, and OpenSSL's script
 * for a folder of certificates on the build machine, which wants an {@code openssl} command that is not there.
 */
final class ForeignFiles implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        for (Path bridge : InstallationTree.entries(tree.root(), "{libjnipython.*,jnipython.dll}")) {
            Files.delete(bridge);
        }
        Files.deleteIfExists(tree.bin().resolve("c_rehash"));
    }
}
