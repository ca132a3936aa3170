package io.github.pythonenv.runtime;

import java.nio.file.Path;

/**
 * An interpreter installation, ready to use.
 *
 * @param version of CPython
 * @param platform the id of the platform that it is built for
 * @param source the word for where its archive came from, for example {@code maven}
 * @param home the root of the installation
 * @param executable the interpreter, under {@code home}
 * @param sha256 the digest of the archive that it was made from
 * @param name the name of its folder in the store
 */
@SuppressWarnings("JavaLangClash") // It is the product's own word; who needs the JVM's writes it out.
public record Runtime(
        PythonVersion version,
        String platform,
        String source,
        Path home,
        Path executable,
        String sha256,
        String name) {}
