package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Floor;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.Needs;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.util.List;

/**
 * An archive of one's own that goes into a mirror. What is in one for this machine is found out by making a runtime of
 * it; what is in one for another machine has to be said, and is found out where it is used.
 */
record OwnArchive(Toolbox tools, MirrorRequest request, SourceRequest.Archive archive) {

    private static final String MUSL = "-musl";

    /** @throws UserFailure if it is none that works here, or it is for another machine and nobody says what is in it */
    Distribution distribution() throws IOException {
        List<String> here = PlatformOffers.fullPlatforms(tools.host());
        boolean elsewhere =
                !request.platforms().isEmpty() && request.platforms().stream().noneMatch(here::contains);
        if (elsewhere) {
            return said();
        }
        Runtimes runtimes = tools.runtimes();
        VersionRequest version = request.versions().isEmpty()
                ? VersionRequest.any()
                : request.versions().get(0);
        return runtimes.madeFrom(runtimes.provide(request.runtime(version)));
    }

    private Distribution said() throws IOException {
        if (request.platforms().size() != 1
                || request.versions().size() != 1
                || !request.versions().get(0).text().matches("\\d+\\.\\d+\\.\\d+")) {
            throw new UserFailure(
                    archive + " is for another machine, so which CPython it has cannot be found out here.",
                    "Say its full version and its one platform, for instance -Dpython-env.pythonVersion=3.14.3"
                            + " -Dpython-env.platforms=windows-x86_64.");
        }
        String platform = request.platforms().get(0);
        boolean musl = platform.endsWith(MUSL);
        return new Distribution(
                PythonVersion.parse(request.versions().get(0).text()),
                musl ? platform.substring(0, platform.length() - MUSL.length()) : platform,
                archive.source(),
                archive.origin(),
                archive.sha256().isPresent()
                        ? archive.sha256().get()
                        : Digests.sha256(((LocalFile) archive.origin()).path()),
                new Needs(musl ? new Floor.Musl() : new Floor.None(), List.of()),
                0);
    }
}
