package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Folders under construction. Each has a name that is never used again, because the children of a killed JVM may write
 * on in theirs; and a note beside it that says which process builds it, because a folder may be swept away only when
 * that one is gone.
 */
public final class Staging {
    private static final String NOTE = ".owner";

    /** So long after its beginning no build of a process that we cannot see goes on. */
    private static final Duration LONGEST_BUILD = Duration.ofDays(1);

    private Staging() {}

    /**
     * Makes an empty folder that belongs to this process.
     *
     * @param parent where; made if it is not there
     * @param label how its name begins
     */
    public static Path create(Path parent, String label) throws IOException {
        Files.createDirectories(parent);
        Path folder = parent.resolve(label + "-" + UUID.randomUUID());
        // First the note: a folder without one would never be swept.
        Files.writeString(note(folder), Owner.current().note(), StandardOpenOption.CREATE_NEW);
        return Files.createDirectory(folder);
    }

    /** From now on nobody sweeps this folder, or what is put in its place. Nothing if it is not one of ours. */
    public static void release(Path folder) throws IOException {
        Files.deleteIfExists(note(folder));
    }

    /** Deletes a folder that came to nothing, with its note. */
    public static void discard(Path folder) throws IOException {
        Trees.delete(folder);
        release(folder);
    }

    /**
     * Deletes the folders of processes that are gone. What cannot be deleted is left for the next time; this never
     * fails.
     */
    public static void sweep(Path parent) {
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(parent, ".*" + NOTE)) {
            for (Path note : notes) {
                sweepOne(note);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Nothing was ever staged here, or it cannot be read: no reason to fail a build.
        }
    }

    private static void sweepOne(Path note) {
        try {
            Optional<Owner> owner = Owner.parse(Files.readString(note));
            if (owner.isPresent() && abandoned(owner.get(), note)) {
                Trees.delete(folder(note));
                Files.deleteIfExists(note);
            }
        } catch (IOException e) {
            // Another sweep was quicker, or a child of the killed process still writes there.
        }
    }

    private static boolean abandoned(Owner owner, Path note) throws IOException {
        if (owner.visible()) {
            return !owner.running();
        }
        Instant begun = Files.getLastModifiedTime(note).toInstant();
        return begun.plus(LONGEST_BUILD).isBefore(Instant.now());
    }

    private static Path note(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + NOTE);
    }

    private static Path folder(Path note) {
        String name = String.valueOf(note.getFileName());
        return note.resolveSibling(name.substring(1, name.length() - NOTE.length()));
    }
}
