package io.github.pythonenv.packaging;

import java.nio.file.Path;

/**
 * What stands in a folder after unpacking.
 *
 * @param folder of the tree
 * @param python its interpreter
 * @param sitePackages the folder of its packages
 * @param environment the name that the environment had where it was packed
 * @param summary what is in it, for a person
 * @param sha256 the digest of the archive
 * @param changed whether it was unpacked now; else it stood there already
 */
public record UnpackReport(
        Path folder,
        Path python,
        Path sitePackages,
        String environment,
        String summary,
        String sha256,
        boolean changed) {}
