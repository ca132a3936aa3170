package io.github.pythonenv.packages;

import java.nio.file.Path;

/**
 * A uv that is ready to run.
 *
 * @param executable the program
 * @param version its version, or where it is for a program of the user's own
 */
public record Uv(Path executable, String version) {}
