package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Makes folders with the usual permissions, whatever an archive says: they are to be written into, and deleted. */
final class Folders {
    private Folders() {}

    /** One system call for each; the parents of a folder come before it. */
    static void make(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
            }
        }
    }
}
