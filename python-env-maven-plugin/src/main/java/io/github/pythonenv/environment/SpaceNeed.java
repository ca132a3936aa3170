package io.github.pythonenv.environment;

import java.nio.file.Path;

/**
 * Room on a disk that building an environment surely takes.
 *
 * @param folder where
 * @param bytes how much at the very least; nearly always it is more
 * @param what for, a noun
 */
public record SpaceNeed(Path folder, long bytes, String what) {}
