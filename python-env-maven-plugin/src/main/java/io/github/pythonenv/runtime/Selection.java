package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks the distributions that a request means on one machine. Pure: it looks at lists, not at disks. */
final class Selection {
    /** The newest first; of one version, that which needs nothing of the machine. */
    private static final Comparator<Distribution> BEST =
            Comparator.comparing(Distribution::source).thenComparing(Distribution::version, Comparator.reverseOrder());

    private final Host host;

    Selection(Host host) {
        this.host = host;
    }

    /** The newest of these that matches and starts here. */
    Optional<Distribution> newest(List<Distribution> offered, VersionRequest request) {
        return startingHere(offered, request)
                .max(Comparator.comparing(Distribution::version)
                        .thenComparing(Distribution::source, Comparator.reverseOrder()));
    }

    /** Those of these that match and start here: by their sources, of each the newest first. */
    List<Distribution> all(List<Distribution> offered, VersionRequest request) {
        return startingHere(offered, request).sorted(BEST).toList();
    }

    /** Of each source the newest that matches and starts here. */
    List<Distribution> newestOfEach(List<Distribution> offered, VersionRequest request) {
        Map<Source, Distribution> newest = new LinkedHashMap<>();
        all(offered, request).forEach(one -> newest.putIfAbsent(one.source(), one));
        return List.copyOf(newest.values());
    }

    /**
     * The newest of these that matches, is for this platform, and still does not start here, if it is newer than what
     * was chosen: what a person would wonder about.
     */
    Optional<Distribution> passedOver(List<Distribution> offered, VersionRequest request, Distribution chosen) {
        return offered.stream()
                .filter(one -> request.accepts(one.version())
                        && one.platform().equals(host.platform().id())
                        && !isForAnotherLibrary(one)
                        && one.obstacle(host).isPresent()
                        && one.version().compareTo(chosen.version()) > 0)
                .max(Comparator.comparing(Distribution::version));
    }

    /** What is made for musl is not for this machine at all where the C library is GNU's: nobody wonders about that. */
    private boolean isForAnotherLibrary(Distribution one) {
        return one.needs().floor() instanceof Floor.Musl && !(host.platform().libc() instanceof Libc.Musl);
    }

    private Stream<Distribution> startingHere(List<Distribution> offered, VersionRequest request) {
        return offered.stream()
                .filter(one ->
                        request.accepts(one.version()) && one.obstacle(host).isEmpty());
    }
}
