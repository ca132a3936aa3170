package io.github.pythonenv.store;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that all builds of one user share. */
public final class Store {
    private static final String COMPLETE = ".complete";

    private final Path home;

    public Store(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    public Path home() {
        return home;
    }

    public Path runtimes() {
        return home.resolve("runtimes");
    }

    public Path tools() {
        return home.resolve("tools");
    }

    public Path certificates() {
        return home.resolve("certificates");
    }

    /** True if that folder was published whole. */
    public static boolean complete(Path folder) {
        return Files.exists(folder.resolve(COMPLETE));
    }

    public Path publish(Path shelf, String name, ThrowingConsumer<Path> fill, ProgressListener listener) {
        Path target = shelf.resolve(name);
        if (complete(target)) {
            return target;
        }
        try {
            return InterprocessLock.holding(home.resolve("locks").resolve(name + ".lock"), who -> {}, () -> {
                if (complete(target)) {
                    return target;
                }
                Path staging = Staging.create(home.resolve("staging"), name);
                fill.accept(staging);
                Files.createFile(staging.resolve(COMPLETE));
                Files.createDirectories(shelf);
                return Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            });
        } catch (IOException e) {
            throw new UserFailure("The store " + home + " could not be written: " + e, "Check the folder.", e);
        }
    }
}
