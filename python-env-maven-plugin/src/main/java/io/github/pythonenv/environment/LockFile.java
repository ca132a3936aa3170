package io.github.pythonenv.environment;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the lock is.
 *
 * @param file absolute
 * @param present whether it is there
 */
public record LockFile(Path file, boolean present) {

    /** What it is called unless somebody says otherwise. */
    public static final String NAME = "python-env.lock";

    /** Looks whether it is there; does not read it. */
    public static LockFile at(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new LockFile(absolute, Files.isRegularFile(absolute));
    }
}
