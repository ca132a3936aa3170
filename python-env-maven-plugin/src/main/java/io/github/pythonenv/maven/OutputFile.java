package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person asked for. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Looks whether the file can be written, and writes nothing: for goals that should not do all their work, or remove
     * things, before they find out.
     *
     * @throws UserFailure where it could not be
     */
    static void expect(Path file) {
        Path there = existing(file.toAbsolutePath());
        boolean itself = there.equals(file.toAbsolutePath());
        if (itself && Files.isDirectory(there)) {
            throw failure(file, new FileSystemException(file.toString(), null, "it is a folder"));
        }
        if (!itself && !Files.isDirectory(there)) {
            throw failure(file, new FileAlreadyExistsException(there.toString()));
        }
        if (!Files.isWritable(there)) {
            throw failure(file, new AccessDeniedException(there.toString()));
        }
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return parent == null || Files.exists(path) ? path : existing(parent);
    }

    /** Writes the file, creating folders as needed. */
    static void write(Path file, String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static UserFailure failure(Path file, IOException why) {
        return new UserFailure(
                file + " could not be written: " + FileFault.why(why) + ".",
                "Name a file in a folder that this user may write to, on a disk with space left.",
                why);
    }
}
