package io.github.pythonenv.registry;

import io.github.pythonenv.store.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody looks for a newer patch of a runtime.
 *
 * @param by the process that does
 * @param since when
 */
public record RunningUpdate(Owner by, Instant since) {

    /** So long after its beginning no update of a process that we cannot see goes on. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** By this process. */
    static RunningUpdate begun(Instant now) {
        return new RunningUpdate(Owner.current(), now);
    }

    /** Reads what an entry's record says of it; nothing where it says nothing. */
    static Optional<RunningUpdate> of(Map<String, String> record) {
        String since = record.get("updatingSince");
        return Owner.parse(record.getOrDefault("updater", ""))
                .filter(owner -> since != null)
                .map(owner -> new RunningUpdate(owner, Instant.parse(since)));
    }

    /** False once its process is gone. */
    boolean lives(Instant now) {
        return by.visible() ? by.running() : since.plus(LONGEST).isAfter(now);
    }
}
