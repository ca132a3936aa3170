package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An archive whose bytes are those that the catalogue knows.
 *
 * @param file where it lies
 */
record VerifiedArchive(Path file) {

    /**
     * Reads the whole file and compares.
     *
     * @throws UserFailure if it is another file than the catalogue's
     * @throws IOException if it cannot be read
     */
    static VerifiedArchive of(Distribution distribution, Path file) throws IOException {
        String found = Digests.sha256(file);
        if (!found.equals(distribution.sha256())) {
            long size = Files.size(file);
            throw new UserFailure(
                    "The archive of Python " + distribution.version() + " is not the one that was asked for, and was"
                            + " not touched: " + file + " has SHA-256 " + found
                            + (size == distribution.size() ? "" : " and " + size + " bytes")
                            + ", expected is " + distribution.sha256()
                            + (size == distribution.size() ? "." : " and " + distribution.size() + " bytes."),
                    "Delete the folder " + file.toAbsolutePath().getParent() + " and run the build again. If that"
                            + " brings the same file, the mirror or repository manager that it comes from serves"
                            + " another one: tell those who run it.");
        }
        return new VerifiedArchive(file);
    }
}
