package io.github.pythonenv.packaging;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Lets one build at a time make a file: two would write into each other's folders, and into one file. */
final class PackingLock {

    private PackingLock() {}

    /**
     * Makes it.
     *
     * @param file what is made
     * @param scratch the folder for what is made on the way: empty when the body begins, removed in the end
     * @param listener hears whom this waits for
     */
    static <T> T holding(Path file, Path scratch, ProgressListener listener, Callable<T> body) throws IOException {
        return InterprocessLock.holding(
                scratch.resolveSibling(scratch.getFileName() + ".lock"),
                holder -> listener.on(
                        new ProgressEvent.Notice("Waiting for " + holder + ", which is making " + file + ".")),
                () -> {
                    Trees.delete(scratch);
                    Files.createDirectories(scratch);
                    try {
                        return body.call();
                    } finally {
                        Trees.delete(scratch);
                    }
                });
    }
}
