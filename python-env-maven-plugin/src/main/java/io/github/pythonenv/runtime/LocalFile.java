package io.github.pythonenv.runtime;

import java.nio.file.Path;

/**
 * A file on this machine.
 *
 * @param path absolute
 */
public record LocalFile(Path path) implements Origin {
    @Override
    public String toString() {
        return path.toString();
    }
}
