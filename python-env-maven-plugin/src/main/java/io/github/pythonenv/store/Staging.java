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
 * Folders under construction. Each has a name that is not used again where a build was killed in it, because children
 * of that JVM may write on there; and a note beside it that says which process builds it, because a folder may be swept
 * away only when that one is gone.
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
        return made(parent, label + "-" + UUID.randomUUID());
    }

    /**
     * Makes an empty folder that belongs to this process, under that very name unless something has it. Only for a
     * caller that alone builds in the parent, and not right after {@link #sweep} found what a killed process left.
     *
     * @param parent where; made if it is not there
     */
    public static Path createNamed(Path parent, String name) throws IOException {
        boolean free = Files.notExists(parent.resolve(name)) && Files.notExists(note(parent.resolve(name)));
        return free ? made(parent, name) : create(parent, name);
    }

    private static Path made(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        Path folder = parent.resolve(name);
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
     *
     * @return whether there were any
     */
    public static boolean sweep(Path parent) {
        boolean found = false;
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(parent, ".*" + NOTE)) {
            for (Path note : notes) {
                found |= sweepOne(note);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Nothing was ever staged here, or it cannot be read: no reason to fail a build.
        }
        return found;
    }

    private static boolean sweepOne(Path note) {
        try {
            Optional<Owner> owner = Owner.parse(Files.readString(note));
            if (owner.isPresent() && abandoned(owner.get(), note)) {
                Trees.delete(folder(note));
                Files.deleteIfExists(note);
                return true;
            }
            return false;
        } catch (IOException e) {
            // Another sweep was quicker, or a child of the killed process still writes there.
            return true;
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
