package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive of a distribution, verified, with a note on it.
 *
 * @param distribution what it is
 * @param file the archive
 * @param note what {@link #noted} reads
 */
public record RuntimeArchive(Distribution distribution, Path file, Path note) {

    /** Writes the note into a folder. */
    static RuntimeArchive of(Distribution distribution, Path file, Path folder) throws IOException {
        return new RuntimeArchive(distribution, file, RuntimeRecord.write(distribution, folder));
    }

    /** What a note says; nothing if it cannot be understood. */
    public static Optional<Distribution> noted(Path note) throws IOException {
        return RuntimeRecord.readFile(note);
    }
}
