package io.github.pythonenv.cleaning;

import java.nio.file.Path;

/**
 * Something that looks like an environment and is left alone.
 *
 * @param folder absolute
 * @param why a phrase that goes on after the folder's name: {@code is under version control}
 */
public record Spared(Path folder, String why) {}
