package io.github.pythonenv.packaging;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something in the tree other than a folder. */
sealed interface TreeEntry {

    /** What tells it from any other under the same name; reads the file. */
    String digest() throws IOException;

    /** The same by what the file system says of it. */
    String stamp() throws IOException;

    /** Whose it is. */
    Part part();

    /**
     * A file.
     *
     * @param part whose it is: sizes are told for each
     * @param content where its bytes are now
     * @param executable whether it is a program
     */
    record Content(Part part, Path content, boolean executable) implements TreeEntry {
        @Override
        public String digest() throws IOException {
            return Digests.sha256(content) + (executable ? " x" : "");
        }

        @Override
        public String stamp() throws IOException {
            return Files.size(content) + " " + Files.getLastModifiedTime(content) + (executable ? " x" : "");
        }
    }

    /**
     * A symbolic link.
     *
     * @param part whose it is
     * @param target relative to the link's folder, inside the tree
     */
    record Link(Part part, String target) implements TreeEntry {
        @Override
        public String digest() {
            return "-> " + target;
        }

        @Override
        public String stamp() {
            return digest();
        }
    }
}
