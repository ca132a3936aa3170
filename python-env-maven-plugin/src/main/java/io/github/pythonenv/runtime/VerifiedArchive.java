package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An archive whose bytes are those that were asked for.
 *
 * @param file where it lies
 */
record VerifiedArchive(Path file) {

    /**
     * Reads the whole file and compares.
     *
     * @throws UserFailure if it is another file
     * @throws IOException if it cannot be read
     */
    static VerifiedArchive of(Candidate candidate, Path file) throws IOException {
        String found = Digests.sha256(file);
        if (!found.equals(candidate.sha256())) {
            long size = Files.size(file);
            long expected = candidate instanceof Distribution known && known.size() > 0 ? known.size() : size;
            throw new UserFailure(
                    "The archive of " + candidate.title() + " is not the one that was asked for, and was"
                            + " not touched: " + file + " has SHA-256 " + found
                            + (size == expected ? "" : " and " + size + " bytes")
                            + ", expected is " + candidate.sha256()
                            + (size == expected ? "." : " and " + expected + " bytes."),
                    next(candidate, file));
        }
        return new VerifiedArchive(file);
    }

    private static String next(Candidate candidate, Path file) {
        if (candidate.origin() instanceof LocalFile) {
            return "Put the right file there, or correct "
                    + (candidate.source() == Source.PACKED ? "<packedSha256>" : "<archiveSha256>")
                    + " if that is the right one.";
        }
        // An artifact lies in a folder of its own in the local repository, where Maven also notes whence it came.
        String away = candidate.origin() instanceof MavenArtifact
                ? "the folder " + file.toAbsolutePath().getParent()
                : "the file " + file;
        return "Delete " + away + " and run the build again. If that brings the same file, the mirror or repository"
                + " manager that it comes from serves another one: tell those who run it.";
    }
}
