package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the lock makes of a request. Reads the lock when it is asked. */
final class Pins {
    private final EnvironmentRequest request;
    private final Host host;

    Pins(EnvironmentRequest request, Host host) {
        this.request = request;
        this.host = host;
    }

    /**
     * The runtime asked for: what the lock pins, where there is a lock and where the source is not one that pins
     * itself, such as an archive with its digest.
     *
     * @throws UserFailure if the lock does not have what is asked for
     */
    RuntimeRequest runtime() {
        RuntimeRequest asked = request.runtime();
        return applies() ? asked.from(new SourceRequest.Locked(here())) : asked;
    }

    /**
     * Which uv installs.
     *
     * @throws UserFailure if the lock has none for this machine
     */
    UvChoice uv() {
        if (!(request.uv() instanceof UvChoice.Pinned) || !request.lock().present()) {
            return request.uv();
        }
        String platform = UvTool.key(host.platform());
        return LockText.read(file())
                .uv()
                .<UvChoice>map(uv -> new UvChoice.OfVersion(
                        uv.version(),
                        Optional.ofNullable(uv.digests().get(platform))
                                .orElseThrow(
                                        () -> drift("pins uv " + uv.version() + ", but not the one for " + platform))))
                .orElse(request.uv());
    }

    /** What the lock pins for other machines; nothing where it does not say. */
    Optional<List<Distribution>> everywhere() {
        return applies() ? Optional.of(all()) : Optional.empty();
    }

    /** Whether a source is one that a lock can pin. */
    static boolean pinnable(SourceRequest source) {
        return source instanceof SourceRequest.Auto
                || source instanceof SourceRequest.Standalone
                || source instanceof SourceRequest.Maven;
    }

    private boolean applies() {
        return request.lock().present() && pinnable(request.runtime().source());
    }

    private List<Distribution> here() {
        SourceRequest source = request.runtime().source();
        List<String> platforms = PlatformOffers.fullPlatforms(host);
        List<Distribution> ofPlatform = all().stream()
                .filter(one -> platforms.contains(PlatformOffers.fullPlatform(one)))
                .toList();
        if (ofPlatform.isEmpty()) {
            throw drift("pins no Python '" + request.python() + "' for " + String.join(" or ", platforms));
        }
        List<Distribution> fromThere = ofPlatform.stream()
                .filter(one -> PlatformOffers.isAsked(one.source(), source))
                .toList();
        if (fromThere.isEmpty()) {
            throw drift("pins Python " + ofPlatform.get(0).version() + " from "
                    + ofPlatform.get(0).source().word() + ", and <source> is " + source);
        }
        return fromThere;
    }

    private List<Distribution> all() {
        Lock lock = LockText.read(file());
        List<Distribution> pinned = lock.pythons().get(request.python().text());
        if (pinned == null) {
            throw drift("pins no Python for '" + request.python() + "', "
                    + (lock.pythons().isEmpty()
                            ? "nor any other"
                            : "only for "
                                    + lock.pythons().keySet().stream()
                                            .map(other -> "'" + other + "'")
                                            .collect(Collectors.joining(", "))));
        }
        return pinned;
    }

    private UserFailure drift(String what) {
        return new UserFailure(
                "The lock " + file() + " " + what + ".",
                "Run mvn python-env:lock and commit what it writes"
                        + (request.name().equals("default") ? "" : " (for the environment " + request.name() + ")")
                        + ", or ask for what is locked.");
    }

    private Path file() {
        return request.lock().file();
    }
}
