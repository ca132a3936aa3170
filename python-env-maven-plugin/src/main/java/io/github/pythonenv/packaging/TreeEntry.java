package io.github.pythonenv.packaging;

import java.nio.file.Path;

/** Something in the tree other than a folder. */
sealed interface TreeEntry {

    /**
     * A file.
     *
     * @param part whose it is: sizes are told for each
     * @param content where its bytes are now
     * @param executable whether it is a program
     */
    record Content(Part part, Path content, boolean executable) implements TreeEntry {}

    /**
     * A symbolic link.
     *
     * @param target relative to the link's folder, inside the tree
     */
    record Link(String target) implements TreeEntry {}
}
