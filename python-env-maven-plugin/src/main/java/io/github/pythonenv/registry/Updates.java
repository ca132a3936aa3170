package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the newest patch of each series from the source that it came from. The old ones stay: environments stand on
 * them until they are built anew with {@code mvn -U}.
 */
public final class Updates {
    private final Inventory inventory;
    private final Registry registry;
    private final Runtimes runtimes;
    private final Mirrors mirrors;
    private final boolean offline;
    private final Clock clock;

    /**
     * @param mirrors where else the archives are to be had
     * @param offline whether nothing may be fetched
     */
    public Updates(
            Inventory inventory, Registry registry, Runtimes runtimes, Mirrors mirrors, boolean offline, Clock clock) {
        this.inventory = inventory;
        this.registry = registry;
        this.runtimes = runtimes;
        this.mirrors = mirrors;
        this.offline = offline;
        this.clock = clock;
    }

    /** Updates the series of the one that is named, or all. */
    public Outcome update(Optional<String> which) {
        List<RegistryEntry> asked =
                which.map(name -> List.of(inventory.entry(name))).orElseGet(registry::entries);
        // Entries come with the newest first.
        Map<String, RegistryEntry> newest = new LinkedHashMap<>();
        asked.forEach(entry -> newest.putIfAbsent(
                entry.runtime().source() + " " + entry.runtime().version().series(), entry));
        List<String> remarks = new ArrayList<>();
        newest.values().forEach(entry -> remarks.add(update(entry)));
        return inventory.outcome(remarks);
    }

    private String update(RegistryEntry entry) {
        Runtime old = entry.runtime();
        Optional<SourceRequest> source = source(old);
        if (source.isEmpty()) {
            return old.name() + " is left: " + why(old);
        }
        note(entry, Optional.of(RunningUpdate.begun(clock.instant())));
        try {
            Runtime found = newest(old, source.get());
            boolean newer = found.version().compareTo(old.version()) > 0;
            if (newer) {
                registry.checked(found, Health.GOOD);
                moveDefault(entry, found);
            }
            note(entry, Optional.empty());
            return newer
                    ? old.name() + " has a newer one beside it now: " + found.name()
                            + ". Environments stand on the old one until they are built anew with mvn -U."
                    : old.name()
                            + (old.isFrom(Source.UV)
                                    // What kept uv from fetching one was told.
                                    ? " stays: uv has no newer patch, or could not fetch it."
                                    : " is the newest patch that there is from " + old.source() + ".");
        } catch (UserFailure failure) {
            note(entry, Optional.empty());
            return old.name() + " could not be updated: " + failure.getMessage() + " " + failure.hint();
        }
    }

    private Runtime newest(Runtime old, SourceRequest source) {
        VersionRequest series = VersionRequest.parse(old.version().series());
        RuntimeRequest request = new RuntimeRequest(series, source, mirrors, true, offline);
        RuntimeChoice choice = runtimes.choose(request);
        if (choice instanceof RuntimeChoice.Ready ready) {
            return ready.runtime();
        }
        List<Candidate> newer = ((RuntimeChoice.Missing) choice)
                .candidates().stream()
                        .filter(candidate -> isNewer(candidate, old.version()))
                        .toList();
        return newer.isEmpty() ? old : runtimes.provide(request, newer);
    }

    private static boolean isNewer(Candidate candidate, PythonVersion than) {
        return candidate instanceof Distribution distribution
                && distribution.version().compareTo(than) > 0;
    }

    /** Nothing for what we cannot update. */
    private static Optional<SourceRequest> source(Runtime runtime) {
        if (runtime.isFrom(Source.STANDALONE)) {
            return Optional.of(new SourceRequest.Standalone());
        }
        if (runtime.isFrom(Source.UV)) {
            return Optional.of(new SourceRequest.Installed(InstalledBy.UV));
        }
        SourceRequest maven = new SourceRequest.Maven();
        return maven.serves(runtime) ? Optional.of(maven) : Optional.empty();
    }

    private static String why(Runtime runtime) {
        return runtime.inPlace()
                ? "who installed " + runtime.executable() + " updates it."
                : "it was made from an archive of your own; name a newer one in its place.";
    }

    private void note(RegistryEntry updated, Optional<RunningUpdate> update) {
        registry.change(entries -> registry.with(entries, updated.runtime(), entry -> entry.updating(update)));
    }

    /** Who preferred the old one prefers its newer patch. */
    private void moveDefault(RegistryEntry old, Runtime found) {
        if (old.preferred()) {
            registry.change(entries -> entries.stream()
                    .map(entry -> entry.preferred(entry.id().equals(found.name())))
                    .toList());
        }
    }
}
