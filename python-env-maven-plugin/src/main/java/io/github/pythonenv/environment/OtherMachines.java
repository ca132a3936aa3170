package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request means on machines other than this one: what the lock pins for them, else what the catalogue has. */
final class OtherMachines {
    private final EnvironmentRequest request;
    private final Pins pins;
    private final PlatformOffers offers;

    OtherMachines(Toolbox tools, EnvironmentRequest request) {
        this.request = request;
        this.pins = new Pins(request, tools.host());
        this.offers = new PlatformOffers(tools.supplies().get().catalogue());
    }

    /**
     * The runtimes that would do, the best first; at least one.
     *
     * @throws UserFailure where there is none
     */
    List<Distribution> runtimes(String platform) {
        List<Distribution> candidates = pinned(platform)
                .orElseGet(() ->
                        offers.newestOfEach(request.python(), request.runtime().source(), platform));
        return required(candidates, "Python " + request.python().text(), platform);
    }

    /**
     * The same, of the series of a runtime that is used here; its version before others.
     *
     * @throws UserFailure where there is none
     */
    List<Distribution> like(PythonVersion here, String platform) {
        SourceRequest source = request.runtime().source();
        String series = here.series();
        List<Distribution> candidates = pinned(platform)
                .map(List::stream)
                .orElseGet(() -> Stream.concat(
                        offers.exactly(here, source, platform).stream(),
                        offers.newestOfEach(VersionRequest.parse(series), source, platform).stream()))
                .filter(one -> one.version().series().equals(series))
                .distinct()
                .toList();
        return required(candidates, "Python " + series, platform);
    }

    private Optional<List<Distribution>> pinned(String platform) {
        return pins.everywhere()
                .map(all -> all.stream()
                        .filter(one -> PlatformOffers.fullPlatform(one).equals(platform))
                        .toList());
    }

    private List<Distribution> required(List<Distribution> candidates, String what, String platform) {
        if (candidates.isEmpty() || !UvTool.platforms().contains(platform)) {
            throw new UserFailure(
                    "There is no " + what + " for " + platform
                            + (request.runtime().source() instanceof SourceRequest.Auto
                                    ? "."
                                    : " from " + request.runtime().source() + "."),
                    "Platforms are " + String.join(", ", offers.fullPlatforms())
                            + "; not every version is there for each.");
        }
        return candidates;
    }
}
