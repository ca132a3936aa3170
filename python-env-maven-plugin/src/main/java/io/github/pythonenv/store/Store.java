package io.github.pythonenv.store;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The folder that all builds of one user share. What stands on its shelves is whole: it is made aside, under a lock, and
 * put in its place by one rename. What is there is served from a folder that may only be read, too; and a second store,
 * which somebody else fills, can stand behind this one: it is looked into and never written.
 */
public final class Store {
    private static final String COMPLETE = ".complete";

    private final Path home;
    private final Optional<Path> shared;

    /** @param home made when something is published */
    public Store(Path home) {
        this(home, Optional.empty());
    }

    /**
     * @param home made when something is published
     * @param shared the home of a store that is only looked into; it need not be there
     */
    public Store(Path home, Path shared) {
        this(home, Optional.of(shared.toAbsolutePath().normalize()));
    }

    private Store(Path home, Optional<Path> shared) {
        this.home = home.toAbsolutePath().normalize();
        this.shared = shared.filter(other -> !other.equals(this.home));
    }

    public Path home() {
        return home;
    }

    /** The home of the store behind this one. */
    public Optional<Path> shared() {
        return shared;
    }

    /** The shelf of interpreters. */
    public Path runtimes() {
        return home.resolve("runtimes");
    }

    /** The shelf of uv. */
    public Path tools() {
        return home.resolve("tools");
    }

    /** Where archives are kept while they come, and until they are unpacked. */
    public Path downloads() {
        return home.resolve("downloads");
    }

    /** The folder of certificates. */
    public Path certificates() {
        return home.resolve("certificates");
    }

    /** True if that folder was published, and so is whole. */
    public static boolean complete(Path folder) {
        return Files.isRegularFile(folder.resolve(COMPLETE), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Looks for a whole folder, here and then in the store behind this one.
     *
     * @param shelf one of this store's
     * @param name of the folder
     */
    public Optional<Path> find(Path shelf, String name) {
        return find(shelf, name, folder -> true);
    }

    /** The same, where not every whole folder will do. */
    public Optional<Path> find(Path shelf, String name, Predicate<Path> sound) {
        return shelves(shelf).stream()
                .map(one -> one.resolve(name))
                .filter(folder -> complete(folder) && sound.test(folder))
                .findFirst();
    }

    /** The same shelf of this store and of the one behind it, in the order in which they are looked at. */
    public List<Path> shelves(Path shelf) {
        return shared.map(other -> List.of(shelf, other.resolve(home.relativize(shelf))))
                .orElseGet(() -> List.of(shelf));
    }

    /**
     * Gives a folder of that name, filled once: by this call, by another one that runs beside it, or long ago;
     * also one of the store behind this one.
     *
     * @param shelf where in the store
     * @param name what tells this content from any other; carries the digest of what it is made from
     * @param fill fills the empty folder that it is given, which later has another path
     * @param listener told if another build is at it
     * @return the whole folder
     * @throws UserFailure if the store cannot be written, or from {@code fill}; nothing stands under that name then
     */
    public Path publish(Path shelf, String name, ThrowingConsumer<Path> fill, ProgressListener listener) {
        return publish(shelf, name, folder -> true, fill, listener);
    }

    /**
     * The same, and a folder that was whole and is not sound any more is replaced, where it is not in the store behind
     * this one.
     *
     * @param sound whether what was published is still what it was; cheap, as each build asks
     */
    public Path publish(
            Path shelf, String name, Predicate<Path> sound, ThrowingConsumer<Path> fill, ProgressListener listener) {
        Optional<Path> there = find(shelf, name, sound);
        if (there.isPresent()) {
            return there.get();
        }
        Path target = shelf.resolve(name);
        try {
            return InterprocessLock.holding(
                    home.resolve("locks").resolve(name + ".lock"),
                    who -> listener.on(new ProgressEvent.Notice(
                            "Waiting for " + who + ", which is putting " + name + " into the store.")),
                    () -> complete(target) && sound.test(target) ? target : make(target, fill));
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /**
     * Takes a folder out: nobody finds it from then on. Who is about to publish one of that name waits meanwhile.
     *
     * @param shelf one of this store's, never of the one behind it
     * @param name of the folder; nothing happens where there is none
     * @throws UserFailure if it cannot be moved, for example because a program runs in it
     */
    public void remove(Path shelf, String name, ProgressListener listener) {
        try {
            Path unused = InterprocessLock.holding(
                    home.resolve("locks").resolve(name + ".lock"),
                    who -> listener.on(
                            new ProgressEvent.Notice("Waiting for " + who + ", which is at work on " + name)),
                    () -> {
                        moveAside(shelf.resolve(name), home.resolve("staging"));
                        return shelf;
                    });
        } catch (IOException e) {
            throw new UserFailure(
                    name + " could not be taken out of the store " + home + ": " + FileFault.why(e) + ".",
                    "End what runs in that folder, see that this user may write there, and try again.",
                    e);
        }
    }

    /** What it means to a person that something could not be put into this store. */
    public UserFailure failure(String what, IOException cause) {
        return StoreFailures.of(home, what, cause);
    }

    private Path make(Path target, ThrowingConsumer<Path> fill) throws IOException {
        Path workshop = home.resolve("staging");
        Staging.sweep(workshop);
        Path staging = Staging.create(workshop, String.valueOf(target.getFileName()));
        try {
            fill.accept(staging);
            // A folder of a store that somebody packed has one already.
            Trees.delete(staging.resolve(COMPLETE));
            Files.createFile(staging.resolve(COMPLETE));
            moveAside(target, workshop);
            Files.createDirectories(target.getParent());
            Path published = Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            Staging.release(staging);
            return published;
        } catch (IOException | RuntimeException | Error failure) {
            discard(staging, failure);
            throw failure;
        }
    }

    /** Somebody deleted a part of it, or was stopped while deleting: a rename does not replace a folder with content. */
    private static void moveAside(Path target, Path workshop) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = Staging.create(workshop, "damaged");
            Files.move(target, aside.resolve("content"), StandardCopyOption.ATOMIC_MOVE);
            Staging.discard(aside);
        }
    }

    private static void discard(Path staging, Throwable failure) {
        try {
            Staging.discard(staging);
        } catch (IOException e) {
            // The next sweep tries again; what went wrong before is what counts.
            failure.addSuppressed(e);
        }
    }
}
