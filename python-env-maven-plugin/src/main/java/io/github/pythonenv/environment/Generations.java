package io.github.pythonenv.environment;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Staging;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The generations of one environment: the one at the target, and those beside it in {@code .python-env/generations/}.
 * A generation's number stands inside it ({@link StateFile}), so a folder's name never matters.
 */
final class Generations {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path target;
    private final Path workshop;
    private final Path shelf;
    private final Clock clock;

    /** @param target where the environment stands; its parent folder must exist */
    Generations(Path target) {
        this(target, Clock.systemUTC());
    }

    Generations(Path target, Clock clock) {
        this.target = target;
        this.clock = clock;
        this.workshop = target.resolveSibling(".python-env");
        this.shelf = shelves().resolve(target.getFileName());
    }

    /** Where this environment's files other than the environment itself lie. */
    Path workshop() {
        return workshop;
    }

    /** The file that keeps what unpinned inputs were resolved to. */
    Path resolution() {
        return workshop.resolve("resolutions").resolve(target.getFileName() + ".txt");
    }

    /** The file whose lock is held while this environment changes. */
    Path lockFile() {
        return workshop.resolve("locks").resolve(target.getFileName() + ".lock");
    }

    /**
     * Does work while nobody else changes this environment.
     *
     * @param listener hears of others that have to be waited for
     */
    <T> T alone(ProgressListener listener, Callable<T> work) {
        try {
            prepare();
            return InterprocessLock.holding(
                    lockFile(),
                    holder -> listener.on(
                            new ProgressEvent.Notice("Waiting for " + holder + ", which is changing " + target + ".")),
                    work);
        } catch (IOException e) {
            throw Disk.failure(target, e);
        }
    }

    /** The file that tells of a swap while it lasts. */
    Path swapNote() {
        return workshop.resolve("swaps").resolve(target.getFileName().toString());
    }

    /** What happened to this environment. */
    Journal journal() {
        return new Journal(workshop.resolve("journal").resolve(target.getFileName() + ".log"), clock);
    }

    /** Where the generations of all environments beside this one lie, in a folder for each that has its name. */
    Path shelves() {
        return workshop.resolve("generations");
    }

    /** Removes the earlier generations, and what unpinned inputs were resolved to. */
    void remove() throws IOException {
        Trees.delete(shelf);
        Files.deleteIfExists(resolution());
    }

    /** Makes the folder for all of these files, one that git ignores. */
    void prepare() throws IOException {
        Files.createDirectories(shelf);
        Path ignore = workshop.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    /**
     * Removes what killed builds left, and creates the folder that the next generation is built in. For one runtime it
     * is the same folder each time, because uv remembers by its path what it has once asked an interpreter: to ask takes
     * it a tenth of a second.
     */
    Path begin(Runtime runtime) throws IOException {
        boolean killed = Staging.sweep(shelf);
        return killed
                ? Staging.create(shelf, "generation")
                : Staging.createNamed(shelf, "next-" + runtime.sha256().substring(0, 8));
    }

    /** The number for the next generation, higher than that of any other on disk. */
    long nextNumber() {
        return all().stream().mapToLong(Generation::number).max().orElse(0) + 1;
    }

    /** The names of the runtimes that the one at the target and those beside it stand on. */
    List<String> runtimes() {
        return all().stream()
                .map(one -> one.state().runtime().name())
                .distinct()
                .toList();
    }

    /** All that are on disk, the newest first. */
    List<Generation> all() {
        return Stream.concat(
                        StateFile.read(target).map(state -> new Generation(target, state, true)).stream(),
                        beside().stream())
                .sorted(Comparator.comparingLong(Generation::number).reversed())
                .toList();
    }

    /**
     * Moves a finished generation to where what stands at the target is kept once both have changed places: among the
     * earlier generations, or in the backup. Done before, so that a build that is killed after it loses neither.
     */
    Path shelve(Path finished, boolean foreign) throws IOException {
        Path place = foreign
                ? workshop.resolve("backup").resolve(target.getFileName() + "-" + TIME.format(clock.instant()))
                : shelf.resolve("previous-" + TIME.format(clock.instant()));
        Files.createDirectories(place.getParent());
        Files.move(finished, place);
        Staging.release(finished);
        return place;
    }

    /**
     * Removes generations beside the target that are not to be kept.
     *
     * @param retention which stay: the one that stood there last before others, and newer ones before older ones
     * @param last the number of the one that stood there last, which after a rollback is not the newest
     * @return the numbers of those that were removed
     */
    List<Long> prune(Retention retention, OptionalLong last) throws IOException {
        List<Generation> earlier = new ArrayList<>(beside());
        earlier.sort(Comparator.comparing((Generation one) -> last.isEmpty() || one.number() != last.getAsLong())
                .thenComparing(Generation::number, Comparator.reverseOrder()));
        List<Long> removed = new ArrayList<>();
        for (Generation old : retention.beyond(earlier, clock.instant())) {
            Trees.delete(old.folder());
            removed.add(old.number());
        }
        return removed;
    }

    /** The whole generations beside the target. */
    private List<Generation> beside() {
        List<Generation> found = new ArrayList<>();
        for (String name : Observer.names(shelf)) {
            Path folder = shelf.resolve(name);
            StateFile.read(folder).ifPresent(state -> found.add(new Generation(folder, state, false)));
        }
        return found;
    }
}
