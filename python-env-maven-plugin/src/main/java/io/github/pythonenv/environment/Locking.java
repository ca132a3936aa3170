package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.LockMode;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the locks: the runtime that a request means here, its like for all other platforms, uv, and the packages. */
final class Locking {
    private final Toolbox tools;
    private final EnvironmentRequest request;

    /** What this user prefers on this machine is no matter: a lock is for all who build, everywhere. */
    Locking(Toolbox tools, EnvironmentRequest request) {
        this.tools = tools.withoutMachinePythons();
        this.request = request;
    }

    /**
     * Locks what is asked. Other requests that the lock has stay as they are.
     *
     * @param upgrades which packages may get another version
     */
    LockReport lock(Upgrades upgrades) throws IOException {
        if (request.settings().locks().mode() == LockMode.OFF) {
            throw new UserFailure(
                    "lockMode is off, so that what is locked would not count.",
                    "Take it away, or set -Dpython-env.lockMode=auto.");
        }
        Lock before = request.lock().present() ? LockText.read(request.lock().file()) : Lock.EMPTY;
        List<Distribution> pinned = Pins.pinnable(request.runtime().source()) ? distributions() : List.of();
        Optional<Lock.Uv> uv =
                request.uv() instanceof UvChoice.Pinned ? Optional.of(pinnedUv()) : Optional.<Lock.Uv>empty();
        Lock now = before.with(request.python().text(), pinned).with(uv);
        LockText.write(request.lock().file(), now);
        List<String> said = new ArrayList<>();
        pinned.forEach(one -> said.add("CPython " + one.version() + " for " + PlatformOffers.fullPlatform(one)
                + " from " + one.source().word()));
        uv.ifPresent(one -> said.add("uv " + one.version()));
        // By what was just locked, as every build will.
        EnvironmentRequest locked = request.by(LockFile.at(request.lock().file()));
        return new LockReport(
                request.name(),
                request.lock().file(),
                said,
                PinChanges.between(before, now, request.python().text()),
                new PackageLocking(tools, locked, pinned).lock(upgrades));
    }

    private List<Distribution> distributions() {
        RuntimeRequest asked = request.runtime();
        PlatformOffers offers = new PlatformOffers(tools.supplies().get().catalogue());
        // What works here is what is locked; so it is tried before.
        Distribution own = tools.runtimes().madeFrom(here(asked, offers));
        List<Distribution> all = new ArrayList<>(List.of(own));
        String ownPlatform = PlatformOffers.fullPlatform(own);
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

    /**
     * What a build would take here, unless there is a version of the same series that can be had for every platform and
     * that one cannot: what the store has may be older than all that the catalogue knows.
     */
    private Runtime here(RuntimeRequest asked, PlatformOffers offers) {
        // What is to be said of the choice, the choice below says.
        PythonVersion usual = version(tools.quiet().runtimes().choose(asked));
        List<PythonVersion> everywhere = offers.everywhere(asked.python(), asked.source());
        Optional<PythonVersion> wanted = everywhere.contains(usual)
                ? Optional.of(usual)
                : everywhere.stream()
                        .filter(version -> version.series().equals(usual.series()))
                        .findFirst();
        if (wanted.isEmpty()) {
            return tools.runtimes().provide(asked);
        }
        try {
            return tools.runtimes().provide(asked.asking(VersionRequest.parse("==" + wanted.get())));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            Runtime other = tools.runtimes().provide(asked);
            tools.listener()
                    .on(new ProgressEvent.Notice("Python " + wanted.get()
                            + " is there for every platform, but cannot be had here: " + e.getMessage() + " So Python "
                            + other.version() + " is locked here, and others where that one is not to be had."));
            return other;
        }
    }

    private static PythonVersion version(RuntimeChoice choice) {
        return choice instanceof RuntimeChoice.Ready ready
                ? ready.runtime().version()
                : ((Distribution) ((RuntimeChoice.Missing) choice).first()).version();
    }

    /** The same version, best from the same source; else the newest, best from that source. */
    private Optional<Distribution> like(Distribution own, PlatformOffers offers, String platform) {
        SourceRequest source = request.runtime().source();
        Comparator<Distribution> sameSourceFirst = Comparator.comparing(one -> one.source() != own.source());
        return offers.exactly(own.version(), source, platform).stream()
                .min(sameSourceFirst)
                .or(() -> offers.newestOfEach(request.python(), source, platform).stream()
                        .min(sameSourceFirst));
    }

    /** The one that this plugin pins, for every platform. */
    static Lock.Uv pinnedUv() {
        Map<String, String> digests = new HashMap<>();
        UvTool.platforms().forEach(platform -> digests.put(platform, UvTool.pinnedDigest(platform)));
        return new Lock.Uv(UvTool.pinnedVersion(), digests);
    }
}
