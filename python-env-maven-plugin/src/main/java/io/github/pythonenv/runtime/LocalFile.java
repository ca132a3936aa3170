package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on this machine.
 *
 * @param path absolute
 */
public record LocalFile(Path path) implements Origin {

    /**
     * The file, which is there.
     *
     * @throws UserFailure if it is not, or cannot be read
     */
    Path readable() {
        if (Files.isRegularFile(path) && Files.isReadable(path)) {
            return path;
        }
        String why = Files.isDirectory(path)
                ? "it is a folder"
                : Files.exists(path) ? "this user may not read it" : "there is no such file";
        throw new UserFailure(
                "The archive " + path + " cannot be used: " + why + ".",
                "Correct <archive> (-Dpython-env.archive=…): a file is relative to the project's folder.");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
