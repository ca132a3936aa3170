package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The packages of a {@code uv.lock} or {@code pylock.toml}, to be compared with those of another state of it. Local
 * projects are left out: their versions are the user's own.
 *
 * @param packages by name
 */
record LockContents(Map<String, Entry> packages) {

    /** Of a lock that is not there. */
    static final LockContents NONE = new LockContents(Map.of());

    private static final Pattern COMMIT = Pattern.compile(".*#(?<commit>[0-9a-f]{7,40})");

    /**
     * A package.
     *
     * @param versions more than one where platforms or Pythons differ
     * @param hashes of all files
     */
    record Entry(SortedSet<String> versions, SortedSet<String> hashes) {}

    private static final Entry NOWHERE = new Entry(new TreeSet<>(), new TreeSet<>());

    /** The contents; those of a file that is not there are none. */
    static LockContents of(Path lock) {
        try {
            return Files.isRegularFile(lock) ? parse(Files.readString(lock)) : NONE;
        } catch (JacksonException e) {
            throw new UserFailure(
                    "The lock " + lock + " cannot be understood: " + e.getOriginalMessage(),
                    "Bring it back from version control, or delete it and run mvn python-env:lock.",
                    e);
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + lock + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
    }

    static LockContents parse(String toml) {
        JsonNode lock = new TomlMapper().readTree(toml);
        Map<String, Entry> packages = new TreeMap<>();
        Stream.concat(lock.path("package").valueStream(), lock.path("packages").valueStream())
                .filter(locked -> !isLocal(locked))
                .forEach(locked -> packages.merge(
                        locked.path("name").asString(""),
                        new Entry(new TreeSet<>(List.of(version(locked))), hashes(locked)),
                        LockContents::both));
        return new LockContents(packages);
    }

    private static boolean isLocal(JsonNode locked) {
        JsonNode source = locked.path("source");
        return locked.has("directory") || source.has("virtual") || source.has("editable") || source.has("directory");
    }

    private static String version(JsonNode locked) {
        String version = locked.path("version").asString("");
        String commit = locked.path("vcs")
                .path("commit-id")
                .asString(COMMIT.matcher(locked.path("source").path("git").asString(""))
                        .replaceFirst("$1"));
        String brief = commit.substring(0, Math.min(9, commit.length()));
        return brief.isEmpty() ? version : (version + " @" + brief).strip();
    }

    private static SortedSet<String> hashes(JsonNode locked) {
        SortedSet<String> hashes = new TreeSet<>();
        Stream.concat(
                        locked.path("wheels").valueStream(),
                        Stream.of(locked.path("sdist"), locked.path("archive"), locked.path("source")))
                .forEach(file -> {
                    if (file.has("hash")) {
                        hashes.add(file.path("hash").asString(""));
                    }
                    file.path("hashes")
                            .propertyStream()
                            .forEach(hash -> hashes.add(
                                    hash.getKey() + ":" + hash.getValue().asString("")));
                });
        return hashes;
    }

    private static Entry both(Entry one, Entry other) {
        SortedSet<String> versions = new TreeSet<>(one.versions);
        versions.addAll(other.versions);
        SortedSet<String> hashes = new TreeSet<>(one.hashes);
        hashes.addAll(other.hashes);
        return new Entry(versions, hashes);
    }

    /** Whether a package is in it, however its name is spelled. */
    boolean has(String name) {
        return packages.containsKey(PackageName.normal(name));
    }

    /** The packages in it, normalized. */
    Set<String> names() {
        return Set.copyOf(packages.keySet());
    }

    /** What differs from an earlier state, ordered by name. */
    List<LockChange> since(LockContents before) {
        TreeSet<String> names = new TreeSet<>(packages.keySet());
        names.addAll(before.packages.keySet());
        return names.stream()
                .flatMap(name -> {
                    Entry earlier = before.packages.getOrDefault(name, NOWHERE);
                    Entry later = packages.getOrDefault(name, NOWHERE);
                    boolean sameFiles = later.hashes.containsAll(earlier.hashes);
                    return LockChange.of(name, earlier.versions, later.versions, sameFiles).stream();
                })
                .toList();
    }
}
