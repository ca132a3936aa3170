package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A runtime that the registry knows.
 *
 * @param runtime what it is and where; its name is the entry's id
 * @param settled how it is, apart from an update that is under way
 * @param settledReason why it is so, a sentence; empty if it is ready
 * @param preferred whether it is the default, of which there is at most one
 * @param registered when it was registered first
 * @param checked when it was tried last; nothing if it never was
 * @param update that is under way
 */
public record RegistryEntry(
        Runtime runtime,
        RuntimeStatus settled,
        String settledReason,
        boolean preferred,
        Instant registered,
        Optional<Instant> checked,
        Optional<RunningUpdate> update) {

    /** The key that only the preferred entry has. */
    static final String DEFAULT = "default";

    /** One that was just found. */
    static RegistryEntry of(Runtime runtime, Instant now) {
        return new RegistryEntry(
                runtime,
                RuntimeStatus.NOT_INITIALIZED,
                "",
                false,
                now.truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                Optional.empty());
    }

    public String id() {
        return runtime.name();
    }

    /** How it is. */
    public RuntimeStatus status() {
        return update.isPresent() ? RuntimeStatus.UPDATING : settled;
    }

    /** Why it is so, a sentence; empty if there is nothing to say. */
    public String reason() {
        return update.isPresent()
                ? "A newer patch of " + runtime.version().series() + " is looked for by process "
                        + update.get().by().pid() + "."
                : settledReason;
    }

    /** The same after it was tried. */
    RegistryEntry checked(RuntimeStatus found, String why, Instant now) {
        return new RegistryEntry(
                runtime, found, why, preferred, registered, Optional.of(now.truncatedTo(ChronoUnit.SECONDS)), update);
    }

    /** The same in another status, and not under way to another one. */
    RegistryEntry in(RuntimeStatus other, String why) {
        return new RegistryEntry(runtime, other, why, preferred, registered, checked, Optional.empty());
    }

    /** The same as the default, or not. */
    RegistryEntry preferred(boolean now) {
        return new RegistryEntry(runtime, settled, settledReason, now, registered, checked, update);
    }

    /** The same while it is updated, or with nothing when it is not any more. */
    RegistryEntry updating(Optional<RunningUpdate> now) {
        return new RegistryEntry(runtime, settled, settledReason, preferred, registered, checked, now);
    }

    /** As it stands in the file and in lists for programs. */
    public Map<String, String> record() {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("id", id());
        record.put("version", runtime.version().toString());
        record.put("platform", runtime.platform());
        record.put("source", runtime.source());
        record.put("home", runtime.home().toString());
        record.put("executable", runtime.executable().toString());
        record.put("digest", runtime.sha256());
        record.put("status", status().label());
        record.put("reason", reason());
        update.ifPresent(running -> {
            record.put("settledStatus", settled.label());
            record.put("settledReason", settledReason);
            record.put("updater", running.by().note().strip());
            record.put("updatingSince", running.since().toString());
        });
        if (preferred) {
            record.put(DEFAULT, "true");
        }
        record.put("registered", registered.toString());
        checked.ifPresent(time -> record.put("checked", time.toString()));
        return record;
    }

    /**
     * Reads what {@link #record} gives. An update whose process is gone is none any more.
     *
     * @throws RuntimeException if something is missing, or is not what it should be
     */
    static RegistryEntry of(Map<String, String> record, Instant now) {
        RuntimeStatus status = RuntimeStatus.labelled(value(record, "status"));
        boolean updating = status == RuntimeStatus.UPDATING;
        return new RegistryEntry(
                new Runtime(
                        PythonVersion.parse(value(record, "version")),
                        value(record, "platform"),
                        value(record, "source"),
                        Path.of(value(record, "home")),
                        Path.of(value(record, "executable")),
                        value(record, "digest"),
                        value(record, "id")),
                // Earlier versions did not note who updates, nor what was before.
                updating
                        ? RuntimeStatus.labelled(
                                record.getOrDefault("settledStatus", RuntimeStatus.NOT_INITIALIZED.label()))
                        : status,
                record.getOrDefault(updating ? "settledReason" : "reason", ""),
                Boolean.parseBoolean(record.getOrDefault(DEFAULT, "false")),
                Instant.parse(value(record, "registered")),
                Optional.ofNullable(record.get("checked")).map(Instant::parse),
                updating ? RunningUpdate.of(record).filter(running -> running.lives(now)) : Optional.empty());
    }

    private static String value(Map<String, String> record, String key) {
        String value = record.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("an entry has no " + key);
        }
        return value;
    }
}
