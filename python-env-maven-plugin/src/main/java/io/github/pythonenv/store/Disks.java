package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The disks that folders lie on. */
@FunctionalInterface
public interface Disks {

    /** As the system tells. */
    Disks OF_THIS_MACHINE = Disks::ask;

    /**
     * A disk, or a part of one with a file system of its own.
     *
     * @param name tells it from the others of this machine
     * @param usable the bytes that this user may still write
     */
    record Disk(String name, long usable) {}

    /** The disk of a folder, or of the nearest one above that is there; nothing where the system does not tell. */
    Optional<Disk> of(Path folder);

    /** The folder itself, or the nearest one above that is there. */
    static Optional<Path> existing(Path folder) {
        for (Path one = folder.toAbsolutePath(); one != null; one = one.getParent()) {
            if (Files.exists(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Optional<Disk> ask(Path folder) {
        Optional<Path> existing = existing(folder);
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        try {
            FileStore disk = Files.getFileStore(existing.get());
            return Optional.of(new Disk(disk.toString(), disk.getUsableSpace()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
