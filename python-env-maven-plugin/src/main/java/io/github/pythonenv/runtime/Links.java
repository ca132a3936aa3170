package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Relative symbolic links inside an installation: they hold when the tree is moved. */
final class Links {
    private Links() {}

    /**
     * Puts a link in place of whatever file is there; a link that says the same already stays.
     *
     * @param link where the link goes
     * @param target what it says, relative to the link's folder
     */
    static void put(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
