package io.github.pythonenv.registry;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Shelf;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The list of all runtimes that the user's builds know: those in the store and those that were found on the machine.
 * Kept in {@code registry.json}. What is in the store is true whatever the list says, so a damaged list costs nothing
 * but what was found and preferred.
 */
public final class Registry {
    private static final Comparator<RegistryEntry> ORDER = Comparator.comparing(
                    (RegistryEntry entry) -> entry.runtime().version())
            .reversed()
            .thenComparing(RegistryEntry::id);

    private final Store store;
    private final Clock clock;
    private final ProgressListener listener;
    private final RecordFile file;

    public Registry(Store store, Clock clock, ProgressListener listener) {
        this.store = store;
        this.clock = clock;
        this.listener = listener;
        this.file = new RecordFile(store.home().resolve("registry.json"), "runtimes");
    }

    /**
     * All entries, the newest versions first; also those that the store has and nobody registered. Mends a damaged file, and changes
     * nothing else.
     */
    public List<RegistryEntry> entries() {
        try {
            return completed(read());
        } catch (DamagedFile damaged) {
            return repaired();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether it has yet to be made. */
    public boolean missing() {
        return !Files.exists(file.file());
    }

    /**
     * Makes it of what is in the store. Where the store cannot be written, builds do without.
     *
     * @return what came of it, for a person
     */
    public String initialize() {
        try {
            return "runtimes in the store: " + change(UnaryOperator.identity()).size();
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Detail(String.valueOf(e.getMessage())));
            return "not kept, since it may not write there: " + e.getMessage();
        }
    }

    /** What {@link #entries()} has that the user prefers. */
    public Optional<RegistryEntry> preferred() {
        // Every build that chooses a runtime asks, and few have said which they like best: no JSON for the others.
        if (!file.mentions(RegistryEntry.DEFAULT)) {
            return Optional.empty();
        }
        return entries().stream().filter(RegistryEntry::preferred).findFirst();
    }

    /**
     * Keeps what came of trying a runtime, which is added where it is not there. Told and left alone where the store
     * cannot be written: then it is tried again the next time.
     */
    public void checked(Runtime runtime, Health health) {
        try {
            change(entries -> with(
                    entries,
                    runtime,
                    entry -> entry.checked(
                            health.good() ? RuntimeStatus.READY : RuntimeStatus.ERROR,
                            health.fault(),
                            clock.instant())));
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Detail(String.valueOf(e.getMessage())));
        }
    }

    /** The entries with a runtime among them, new or as the change makes it. */
    List<RegistryEntry> with(List<RegistryEntry> entries, Runtime runtime, UnaryOperator<RegistryEntry> change) {
        List<RegistryEntry> next = new ArrayList<>(entries);
        RegistryEntry known = next.stream()
                .filter(entry -> entry.id().equals(runtime.name()))
                .findFirst()
                .orElseGet(() -> RegistryEntry.of(runtime, clock.instant()).preferred(replaces(entries, runtime)));
        next.removeIf(entry -> entry.id().equals(runtime.name()) || sameFile(entry, runtime));
        next.add(change.apply(known));
        return next;
    }

    /** An update of the system put it in the place of the default. */
    private static boolean replaces(List<RegistryEntry> entries, Runtime runtime) {
        return entries.stream().anyMatch(entry -> entry.preferred() && sameFile(entry, runtime));
    }

    private static boolean sameFile(RegistryEntry entry, Runtime runtime) {
        return entry.runtime().executable().equals(runtime.executable());
    }

    /**
     * Changes the list while nobody else does.
     *
     * @param change gets all entries and gives those that are to be; must not take long
     * @return what it gave
     * @throws UserFailure if the store cannot be written
     */
    List<RegistryEntry> change(UnaryOperator<List<RegistryEntry>> change) {
        Path lock = store.home().resolve("locks").resolve("registry.lock");
        try {
            return InterprocessLock.holding(
                    lock,
                    who -> listener.on(new ProgressEvent.Detail("Waiting for " + who + " with the registry.")),
                    () -> {
                        List<RegistryEntry> next = change.apply(completed(readOrSetAside())).stream()
                                .sorted(ORDER)
                                .toList();
                        file.write(next.stream().map(RegistryEntry::record).toList());
                        return next;
                    });
        } catch (IOException e) {
            throw new UserFailure(
                    "The registry " + file.file() + " could not be written: " + FileFault.why(e) + ".",
                    "Give this user the right to write there, make room on that disk, or name another store with"
                            + " -Dpython-env.home=<folder>.",
                    e);
        }
    }

    private List<RegistryEntry> read() throws IOException {
        List<RegistryEntry> entries = new ArrayList<>();
        for (Map<String, String> record : file.read()) {
            entries.add(entry(record));
        }
        return entries;
    }

    private RegistryEntry entry(Map<String, String> record) throws DamagedFile {
        try {
            return RegistryEntry.of(record, clock.instant());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedFile(String.valueOf(e.getMessage()), e);
        }
    }

    private List<RegistryEntry> readOrSetAside() throws IOException {
        try {
            return read();
        } catch (DamagedFile damaged) {
            Path aside = file.setAside(clock.instant());
            listener.on(new ProgressEvent.Warning("The registry " + file.file() + " was damaged ("
                    + damaged.getMessage() + "). It is kept as " + aside.getFileName()
                    + ", and a new one was made of what is in the store; what was found elsewhere and which one is"
                    + " the default has to be said again."));
            return List.of();
        }
    }

    /** Mends the file where it can be written; else what is in the store has to do. */
    private List<RegistryEntry> repaired() {
        try {
            return change(UnaryOperator.identity());
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Warning(
                    "The registry " + file.file() + " is damaged, and this user may not mend it."));
            return completed(List.of());
        }
    }

    /** With what stands on the shelves, and without what stood there. */
    private List<RegistryEntry> completed(List<RegistryEntry> registered) {
        List<Runtime> stored = new Shelf(store).runtimes();
        List<RegistryEntry> all = new ArrayList<>();
        for (RegistryEntry entry : registered) {
            if (entry.runtime().inPlace() || stored.contains(entry.runtime())) {
                all.add(entry);
            }
        }
        for (Runtime runtime : stored) {
            if (all.stream().noneMatch(entry -> entry.id().equals(runtime.name()))) {
                // It was tried before it was put there.
                all.add(RegistryEntry.of(runtime, clock.instant()).in(RuntimeStatus.READY, ""));
            }
        }
        return all.stream().sorted(ORDER).toList();
    }

    private UserFailure unreadable(IOException e) {
        return new UserFailure(
                "The registry " + file.file() + " could not be read: " + FileFault.why(e) + ".",
                "Give this user the right to read it, or name another store with -Dpython-env.home=<folder>.",
                e);
    }
}
