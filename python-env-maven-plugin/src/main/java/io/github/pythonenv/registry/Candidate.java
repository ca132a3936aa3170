package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Path;

/**
 * A file that may be an interpreter.
 *
 * @param path as it was found, maybe a link
 * @param by whose place it was found in
 */
record Candidate(Path path, InstalledBy by) {}
