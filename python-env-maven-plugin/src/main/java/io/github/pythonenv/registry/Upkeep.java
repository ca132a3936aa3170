package io.github.pythonenv.registry;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes runtimes out: one that somebody names, or all that no environment stands on. */
public final class Upkeep {
    /** A build that has just put one into the store, or chosen it, may not have noted that yet. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Store store;
    private final Clock clock;
    private final Inventory inventory;
    private final Registry registry;
    private final RuntimeUsers users;
    private final ProgressListener listener;

    public Upkeep(Store store, Clock clock, Inventory inventory, ProgressListener listener) {
        this.store = store;
        this.clock = clock;
        this.inventory = inventory;
        this.registry = new Registry(store, clock, listener);
        this.users = new RuntimeUsers(store, listener);
        this.listener = listener;
    }

    /**
     * Takes one out of the registry, and out of the store if it is there. What others installed stays where it is.
     *
     * @param force whether also one that environments stand on
     */
    public Outcome remove(String which, boolean force) {
        RegistryEntry entry = inventory.entry(which);
        if (entry.runtime().inPlace()) {
            registry.change(entries -> without(entries, entry));
            return inventory.outcome(List.of(entry.id() + " is not registered any more; "
                    + entry.runtime().executable() + " was not touched."));
        }
        requireOwn(entry);
        users.alone(known -> {
            List<Path> directories = Inventory.directories(entry, known);
            if (!directories.isEmpty() && !force) {
                throw new UserFailure(
                        entry.id() + " is in use by " + joined(directories) + ".",
                        "Leave it, or remove it all the same with -Dpython-env.force: these environments are built"
                                + " anew the next time.");
            }
            store.remove(store.runtimes(), entry.id(), listener);
            return entry;
        });
        registry.change(entries -> without(entries, entry));
        return inventory.outcome(List.of(entry.id() + " was removed."));
    }

    /**
     * Takes out of the store what no environment stands on and nobody prefers.
     *
     * @param force whether it is done, and not only said
     */
    public Outcome prune(boolean force) {
        List<String> remarks = new ArrayList<>();
        List<RegistryEntry> all = registry.entries();
        users.alone(known -> {
            for (RegistryEntry entry : all) {
                if (entry.runtime().inPlace() || !isOwn(entry.runtime())) {
                    continue;
                }
                List<Path> directories = Inventory.directories(entry, known);
                if (!directories.isEmpty()) {
                    remarks.add(entry.id() + " stays: " + joined(directories)
                            + (directories.size() == 1 ? " stands on it." : " stand on it."));
                } else if (entry.preferred()) {
                    remarks.add(entry.id() + " stays: it is the default.");
                } else if (young(entry.runtime())) {
                    remarks.add(entry.id() + " stays: it was made less than an hour ago, and a running build may need"
                            + " it.");
                } else {
                    String size = size(entry.runtime().home());
                    if (force) {
                        store.remove(store.runtimes(), entry.id(), listener);
                    }
                    remarks.add(entry.id() + (force ? " was removed, " : " would be removed, ") + size
                            + ": no environment stands on it.");
                }
            }
            return all;
        });
        if (!force && remarks.stream().anyMatch(remark -> remark.contains(" would be removed"))) {
            remarks.add("Nothing was done yet: -Dpython-env.force does it.");
        }
        if (remarks.isEmpty()) {
            remarks.add("There is nothing in the store " + store.home() + ".");
        }
        return inventory.outcome(remarks);
    }

    private static List<RegistryEntry> without(List<RegistryEntry> entries, RegistryEntry gone) {
        return entries.stream().filter(entry -> !entry.id().equals(gone.id())).toList();
    }

    private void requireOwn(RegistryEntry entry) {
        if (!isOwn(entry.runtime())) {
            throw new UserFailure(
                    entry.id() + " is in the shared store "
                            + entry.runtime().home().getParent() + ", which is never written from here.",
                    "Ask who fills that store to take it out.");
        }
    }

    private boolean isOwn(Runtime runtime) {
        return runtime.home().startsWith(store.runtimes());
    }

    private boolean young(Runtime runtime) {
        try {
            return Files.getLastModifiedTime(runtime.home())
                    .toInstant()
                    .isAfter(clock.instant().minus(GRACE));
        } catch (IOException e) {
            return true;
        }
    }

    private static String size(Path home) {
        try {
            return Amounts.bytes(Trees.size(home));
        } catch (IOException e) {
            return "of unknown size";
        }
    }

    private static String joined(List<Path> directories) {
        return directories.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
