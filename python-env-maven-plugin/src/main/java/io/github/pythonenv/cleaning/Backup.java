package io.github.pythonenv.cleaning;

import java.nio.file.Path;

/**
 * An environment in an archive, which was compared with it file by file.
 *
 * @param file the archive, which {@code tar xzf} unpacks
 * @param sha256 its digest
 */
public record Backup(Path file, String sha256) {}
