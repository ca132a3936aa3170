package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the catalogue has for machines other than this one. Pure. A full platform is the platform's id, with {@code
 * -musl} at its end for distributions that are linked against it.
 */
public final class PlatformOffers {
    private static final String MUSL = "-musl";

    private final List<Distribution> distributions;

    public PlatformOffers(Catalogue catalogue) {
        this.distributions = catalogue.distributions();
    }

    /** The full platforms that there is something for, sorted. */
    public List<String> fullPlatforms() {
        return distributions.stream()
                .map(PlatformOffers::fullPlatform)
                .distinct()
                .sorted()
                .toList();
    }

    /** The newest version of each series that there is, as requests for that series, the newest first. */
    public List<VersionRequest> series() {
        return distributions.stream()
                .map(Distribution::version)
                .sorted(Comparator.reverseOrder())
                .map(PythonVersion::series)
                .distinct()
                .map(VersionRequest::parse)
                .toList();
    }

    /**
     * What a request means for a platform whose machines are new enough for everything.
     *
     * @param source of these, or of all where it is no single one
     * @return the newest one from each source, the source that {@code auto} asks first at the beginning
     */
    public List<Distribution> newestOfEach(VersionRequest request, SourceRequest source, String fullPlatform) {
        return Stream.of(Source.STANDALONE, Source.MAVEN)
                .filter(one -> isAsked(one, source))
                .map(one -> newest(request, one, fullPlatform))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A version for a platform.
     *
     * @param source of these, or of all where it is no single one
     * @return from each source that has it, the source that {@code auto} asks first at the beginning
     */
    public List<Distribution> exactly(PythonVersion version, SourceRequest source, String fullPlatform) {
        return distributions.stream()
                .filter(one -> isAsked(one.source(), source)
                        && one.version().equals(version)
                        && fullPlatform(one).equals(fullPlatform))
                .sorted(Comparator.comparing(Distribution::source))
                .toList();
    }

    /**
     * The versions that there are for every platform that there is any for.
     *
     * @param source of these, or of all where it is no single one
     * @return the newest first
     */
    public List<PythonVersion> everywhere(VersionRequest request, SourceRequest source) {
        Map<PythonVersion, Set<String>> platforms = new TreeMap<>(Comparator.reverseOrder());
        Set<String> all = new HashSet<>();
        for (Distribution one : distributions) {
            if (isAsked(one.source(), source) && request.accepts(one.version())) {
                platforms
                        .computeIfAbsent(one.version(), version -> new HashSet<>())
                        .add(fullPlatform(one));
                all.add(fullPlatform(one));
            }
        }
        platforms.values().removeIf(some -> !some.equals(all));
        return List.copyOf(platforms.keySet());
    }

    /** Whether a distribution of that source is one that is asked for. */
    public static boolean isAsked(Source one, SourceRequest source) {
        return source instanceof SourceRequest.Auto || source.toString().equals(one.word());
    }

    /** The platform that a distribution is for, in full. */
    public static String fullPlatform(Distribution distribution) {
        return distribution.needs().floor() instanceof Floor.Musl
                ? distribution.platform() + MUSL
                : distribution.platform();
    }

    private Optional<Distribution> newest(VersionRequest request, Source source, String fullPlatform) {
        return distributions.stream()
                .filter(one -> one.source() == source
                        && fullPlatform(one).equals(fullPlatform)
                        && request.accepts(one.version()))
                .max(Comparator.comparing(Distribution::version));
    }

    /** The full platforms whose distributions may start on a machine: two where its C library cannot be told. */
    public static List<String> fullPlatforms(Host host) {
        String id = host.platform().id();
        if (host.platform().os() != OperatingSystem.LINUX) {
            return List.of(id);
        }
        Libc libc = host.platform().libc();
        if (libc instanceof Libc.Musl) {
            return List.of(id + "-musl");
        }
        return libc instanceof Libc.Glibc ? List.of(id) : List.of(id, id + "-musl");
    }
}
