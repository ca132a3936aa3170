package io.github.pythonenv.environment;

import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the lock: the runtime that a request means here, its like for all other platforms, and uv. */
final class Locking {
    private final Toolbox tools;
    private final EnvironmentRequest request;

    Locking(Toolbox tools, EnvironmentRequest request) {
        this.tools = tools;
        this.request = request;
    }

    /**
     * Locks what is asked. Other requests that the lock has stay as they are.
     *
     * @return what is pinned for the request now, a line each
     */
    List<String> lock() throws IOException {
        Lock before = request.lock().present() ? LockText.read(request.lock().file()) : Lock.EMPTY;
        List<Distribution> pinned = Pins.pinnable(request.runtime().source()) ? distributions() : List.of();
        Optional<Lock.Uv> uv =
                request.uv() instanceof UvChoice.Pinned ? Optional.of(pinnedUv()) : Optional.<Lock.Uv>empty();
        LockText.write(
                request.lock().file(),
                before.with(request.python().text(), pinned).with(uv));
        List<String> said = new ArrayList<>();
        pinned.forEach(one -> said.add("CPython " + one.version() + " for " + PlatformOffers.fullPlatform(one)
                + " from " + one.source().word()));
        uv.ifPresent(one -> said.add("uv " + one.version()));
        return said;
    }

    private List<Distribution> distributions() {
        // What works here is what is locked; so it is tried before.
        RuntimeRequest asked = request.runtime();
        Runtime here = tools.runtimes().provide(asked);
        Distribution own = tools.runtimes().madeFrom(here);
        List<Distribution> all = new ArrayList<>(List.of(own));
        String ownPlatform = PlatformOffers.fullPlatform(own);
        PlatformOffers offers = new PlatformOffers(tools.supplies().get().catalogue());
        for (String platform : offers.fullPlatforms()) {
            if (!platform.equals(ownPlatform)) {
                Optional<Distribution> like = like(own, offers, platform);
                like.ifPresent(all::add);
                if (like.isEmpty()) {
                    tools.listener()
                            .on(new ProgressEvent.Notice("There is no Python '" + asked.python() + "' from "
                                    + asked.source() + " for " + platform + ": builds there will fail."));
                }
            }
        }
        all.sort(Comparator.comparing(PlatformOffers::fullPlatform));
        return all;
    }

    /** The same version from the same source; else the newest from there; else the newest from another one. */
    private Optional<Distribution> like(Distribution own, PlatformOffers offers, String platform) {
        Source first = own.source();
        return offers.exactly(own.version(), first, platform)
                .filter(one -> allowed(one.source()))
                .or(() -> offers
                        .newestOfEach(request.python(), request.runtime().source(), platform)
                        .stream()
                        .min(Comparator.comparing(one -> one.source() != first)));
    }

    private boolean allowed(Source source) {
        String word = request.runtime().source().toString();
        return word.equals("auto") || word.equals(source.word());
    }

    private static Lock.Uv pinnedUv() {
        Map<String, String> digests = new HashMap<>();
        UvTool.platforms().forEach(platform -> digests.put(platform, UvTool.pinnedDigest(platform)));
        return new Lock.Uv(UvTool.pinnedVersion(), digests);
    }
}
