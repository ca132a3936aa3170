package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The versions that a lock, or what unpinned requirements were resolved to, has of each package, on whatever machine.
 *
 * @param file where they stand
 * @param versions by normalized names; no version for a local project whose version is not fixed
 * @param overridden the packages whose versions the project decides whatever others say, normalized
 */
public record LockedVersions(Path file, Map<String, Set<String>> versions, Set<String> overridden) {

    private static final String MEND = "Check the file, or make it anew.";

    private static final Pattern PIN =
            Pattern.compile("^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^]]*])?==(?<version>[^\\s;\\\\]+).*");

    /**
     * Reads them.
     *
     * @param resolution what the plugin keeps of resolutions of unpinned inputs; may not be there
     * @return nothing where these inputs fix no versions
     */
    public static Optional<LockedVersions> of(PackageInputs inputs, Path resolution) {
        if (inputs instanceof UvLock lock) {
            return Optional.of(uv(lock));
        }
        if (inputs instanceof LockedInputs locked) {
            return of(locked.lock(), resolution);
        }
        if (inputs instanceof Pylock pylock) {
            JsonNode packages = TomlFile.read(pylock.file(), MEND).path("packages");
            return Optional.of(new LockedVersions(pylock.file(), versions(packages), Set.of()));
        }
        if (inputs instanceof ForeignLock lock) {
            return Optional.of(pins(lock.file(), lock.pinned().lines()));
        }
        return inputs instanceof UnlockedInputs && Files.isRegularFile(resolution)
                ? Optional.of(pins(resolution, lines(resolution)))
                : Optional.empty();
    }

    /** Source: uv's lock file itself; {@code manifest} repeats what {@code [tool.uv]} decided when it was made. */
    private static LockedVersions uv(UvLock lock) {
        JsonNode read = TomlFile.read(lock.file(), MEND);
        Set<String> overridden = new TreeSet<>();
        JsonNode manifest = read.path("manifest");
        for (String key : List.of("overrides", "excludes")) {
            manifest.path(key)
                    .forEach(one -> overridden.add(PackageName.normal(
                            one.isString() ? one.asString("") : one.path("name").asString(""))));
        }
        return new LockedVersions(lock.file(), versions(read.path("package")), overridden);
    }

    private static Map<String, Set<String>> versions(JsonNode packages) {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (JsonNode one : packages) {
            Set<String> all = versions.computeIfAbsent(
                    PackageName.normal(one.path("name").asString("")), name -> new TreeSet<>());
            if (one.has("version")) {
                all.add(one.path("version").asString(""));
            }
        }
        return versions;
    }

    private static LockedVersions pins(Path file, List<String> lines) {
        Map<String, Set<String>> versions = new HashMap<>();
        for (String line : lines) {
            Matcher pin = PIN.matcher(line);
            if (pin.matches()) {
                versions.computeIfAbsent(PackageName.normal(pin.group("name")), name -> new TreeSet<>())
                        .add(pin.group("version"));
            } else {
                // A local project: its version is that of its sources.
                Requirement.parse(line)
                        .filter(one -> one.specifier().startsWith("@"))
                        .ifPresent(one -> versions.put(one.name(), new TreeSet<>()));
            }
        }
        return new LockedVersions(file, versions, Set.of());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserFailure(file + " cannot be read: " + FileFault.why(e) + ".", MEND, e);
        }
    }

    /** Whether that version of the package is among them; a package whose version is not fixed has any. */
    public boolean has(String name, String version) {
        Set<String> all = versions.get(name);
        return all != null
                && (all.isEmpty()
                        || all.stream().anyMatch(one -> new VersionSpecifiers.Clause("==", one).accepts(version)));
    }
}
