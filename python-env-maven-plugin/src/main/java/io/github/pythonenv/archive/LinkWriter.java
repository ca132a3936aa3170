package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the symbolic links of an archive: after all files and folders, so that nothing is written through one. */
record LinkWriter(EntryPath paths) {
    static final int LONGEST_TARGET = 4096;

    /**
     * Makes one link.
     *
     * @param entry its name in the archive, for messages
     * @param target as the archive has it
     * @throws UserFailure if it leads out of the folder, or the folder cannot hold links
     */
    void write(String entry, Path link, String target) throws IOException {
        if (target.length() > LONGEST_TARGET) {
            throw ArchiveFailures.refused(paths.archive(), entry, "is a link with a target of too many characters");
        }
        Path checked = paths.linkTarget(entry, link, target);
        try {
            Files.createSymbolicLink(link, checked);
        } catch (UnsupportedOperationException e) {
            throw new UserFailure(
                    "The archive " + paths.archive() + " has symbolic links, which the folder " + paths.into()
                            + " cannot hold.",
                    "Use a folder on another file system.",
                    e);
        }
    }
}
