package io.github.pythonenv.packaging;

import java.nio.file.Path;

/**
 * What stands in a folder after unpacking.
 *
 * @param folder of the tree
 * @param environment the name that the environment had where it was packed
 * @param series the interpreter's version without the patch, such as {@code 3.14}
 * @param summary what is in it, for a person
 * @param changed whether it was unpacked now; else it stood there already
 */
public record UnpackReport(Path folder, String environment, String series, String summary, boolean changed) {}
