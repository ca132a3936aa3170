package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks the distribution that a request means on one machine. Pure: it looks at lists, not at disks. */
final class RuntimeChoice {
    private static final Comparator<Distribution> NEWEST = Comparator.comparing(Distribution::version);

    private final Host host;

    RuntimeChoice(Host host) {
        this.host = host;
    }

    /** The newest of these that matches and starts here. */
    Optional<Distribution> newest(List<Distribution> offered, VersionRequest request) {
        return offered.stream()
                .filter(one ->
                        request.accepts(one.version()) && one.obstacle(host).isEmpty())
                .max(NEWEST);
    }

    /**
     * The newest of these that matches, is for this platform, and still does not start here, if it is newer than what
     * was chosen: what a person would wonder about.
     */
    Optional<Distribution> passedOver(List<Distribution> offered, VersionRequest request, Distribution chosen) {
        return offered.stream()
                .filter(one -> request.accepts(one.version())
                        && one.platform().equals(host.platform().id())
                        && one.obstacle(host).isPresent()
                        && one.version().compareTo(chosen.version()) > 0)
                .max(NEWEST);
    }
}
