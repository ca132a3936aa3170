package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person asked for. */
final class OutputFile {

    private OutputFile() {}

    /** Writes the file, creating folders as needed. */
    static void write(Path file, String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserFailure(
                    file + " could not be written: " + e, "Check the folder's rights and the space on its disk.", e);
        }
    }
}
