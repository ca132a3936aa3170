package io.github.pythonenv.packaging;

import java.nio.file.Path;

/**
 * What stands in a folder after unpacking.
 *
 * @param folder of the tree
 * @param environment the name that the environment had where it was packed
 * @param python the interpreter
 * @param bin the folder of programs
 * @param sitePackages the folder of packages
 * @param summary what is in it, for a person
 * @param changed whether it was unpacked now; else it stood there already
 */
public record UnpackReport(
        Path folder, String environment, Path python, Path bin, Path sitePackages, String summary, boolean changed) {}
