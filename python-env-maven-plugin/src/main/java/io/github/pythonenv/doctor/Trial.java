package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A folder of its own for trying what a file system can do, made where another folder is or will be; removed at the end. */
record Trial(Path folder) implements AutoCloseable {

    /**
     * Makes one in a folder, or in the nearest one above it that is there.
     *
     * @throws IOException where nothing can be made there
     */
    static Trial in(Path place) throws IOException {
        Path existing = Disks.existing(place).orElseThrow(() -> new NotDirectoryException(place.toString()));
        if (!Files.isDirectory(existing)) {
            throw new NotDirectoryException(existing.toString());
        }
        return new Trial(Files.createTempDirectory(existing, ".python-env-doctor-"));
    }

    /** Whether {@code name} and {@code NAME} are two files. */
    boolean tellsCase() throws IOException {
        Files.createFile(folder.resolve("case"));
        return !Files.exists(folder.resolve("CASE"));
    }

    /** Whether a symbolic link can be made. */
    boolean links() {
        try {
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
            return Files.isSymbolicLink(link);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether a program that lies there is started. Asks a shell's interpreter, so not on Windows. */
    boolean starts(Processes processes) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\nexit 0\n");
        try {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException e) {
            return false;
        }
        try {
            return processes
                    .run(new Command(List.of(program.toString()), folder, Map.of(), Duration.ofMinutes(1)))
                    .succeeded();
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    /** Whether a file here can have a second name there. */
    boolean sharesFilesWith(Trial other) throws IOException {
        Path file = Files.writeString(folder.resolve("shared"), "");
        try {
            Files.createLink(other.folder.resolve("shared-too"), file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether a folder here can be moved there by a rename. */
    boolean renamesTo(Trial other) throws IOException {
        Path moving = Files.createDirectory(folder.resolve("moving"));
        try {
            Files.move(moving, other.folder.resolve("moved"), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }
}
