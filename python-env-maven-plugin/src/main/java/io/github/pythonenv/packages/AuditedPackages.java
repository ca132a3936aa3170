package io.github.pythonenv.packages;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages that are asked about: those that are installed, and those that a lock has for other machines.
 *
 * @param versions by normalized name; each version once, however it is written
 */
public record AuditedPackages(Map<String, NavigableSet<String>> versions) {

    private static final Pattern EXACT = Pattern.compile("\\s*===?\\s*(?<version>[^\\s,]+).*", Pattern.DOTALL);

    /** A version of a package. */
    private record One(String name, String version) {

        /** What follows a plus sign is a build, such as cpu of torch; a commit is no version. */
        String published() {
            return version.replaceFirst("[+ @].*$", "");
        }
    }

    /** Gathers them. The project itself, and other local projects, are nobody's but the user's, and left out. */
    public static AuditedPackages of(List<InstalledPackage> installed, PackageInputs inputs) {
        Stream<One> here =
                installed.stream().filter(one -> !one.isLocalProject()).map(one -> new One(one.name(), one.version()));
        Map<String, NavigableSet<String>> versions = new TreeMap<>();
        Stream.concat(here, locked(inputs))
                .filter(one -> !one.published().isEmpty())
                .forEach(one -> versions.computeIfAbsent(
                                PackageName.normal(one.name()), name -> new TreeSet<>(AuditedPackages::compare))
                        .add(one.published()));
        return new AuditedPackages(versions);
    }

    /** As uv does: 1.0 and 1.0.0 are one version, and a lock with both is none. What is no version comes last. */
    private static int compare(String one, String other) {
        Optional<PackageVersion> version = PackageVersion.parse(one);
        Optional<PackageVersion> otherVersion = PackageVersion.parse(other);
        if (version.isPresent() && otherVersion.isPresent()) {
            return version.get().compareTo(otherVersion.get());
        }
        return version.isPresent() ? -1 : otherVersion.isPresent() ? 1 : one.compareTo(other);
    }

    private static Stream<One> locked(PackageInputs inputs) {
        if (inputs instanceof UvLock lock) {
            return in(LockContents.of(lock.file()));
        }
        if (inputs instanceof Pylock lock) {
            return in(LockContents.of(lock.file()));
        }
        if (inputs instanceof LockedInputs lock) {
            return in(LockContents.of(lock.lock().file()));
        }
        return inputs instanceof ForeignLock lock ? in(lock.pinned()) : Stream.empty();
    }

    private static Stream<One> in(LockContents lock) {
        return lock.packages().entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().versions().stream().map(version -> new One(entry.getKey(), version)));
    }

    private static Stream<One> in(PinnedLines lock) {
        return lock.lines().stream()
                .map(Requirement::parse)
                .flatMap(Optional::stream)
                .flatMap(requirement -> Stream.of(EXACT.matcher(requirement.specifier()))
                        .filter(Matcher::matches)
                        .map(exact -> new One(requirement.name(), exact.group("version"))));
    }

    /** How many versions of packages they are. */
    public int count() {
        return versions.values().stream().mapToInt(NavigableSet::size).sum();
    }
}
