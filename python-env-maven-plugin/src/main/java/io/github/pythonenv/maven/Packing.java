package io.github.pythonenv.maven;

import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.packaging.PackageOutcome;
import io.github.pythonenv.packaging.PackageReport;
import io.github.pythonenv.packaging.PackageRequest;
import io.github.pythonenv.packaging.Packager;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an archive comes about: from the environment that stands, or from one that is put together for it.
 *
 * @param request the environment
 * @param asked makes the request for the archive of the digest of what it is packed from
 */
record Packing(
        Environments environments,
        Packager packager,
        EnvironmentRequest request,
        Function<String, PackageRequest> asked) {

    /** For the platform that the environment stands on; its projects that are links get copied. */
    PackageOutcome here(String platform) {
        if (Environments.linksToProjects(request)) {
            return elsewhere(platform);
        }
        EnvironmentState state = Environments.standing(request).orElseThrow();
        Assembled parts = Assembled.standing(request, state);
        PackageRequest archive = asked.apply(Packager.basis(parts));
        return unlessUpToDate(archive, () -> packager.pack(archive, parts));
    }

    /** For another platform. */
    PackageOutcome elsewhere(String platform) {
        PackageRequest archive = asked.apply(environments.basis(request, platform));
        return unlessUpToDate(
                archive, () -> environments.assemble(request, platform, parts -> packager.pack(archive, parts)));
    }

    private PackageOutcome unlessUpToDate(PackageRequest archive, Supplier<PackageReport> packed) {
        return packager.upToDate(archive).<PackageOutcome>map(same -> same).orElseGet(packed);
    }
}
