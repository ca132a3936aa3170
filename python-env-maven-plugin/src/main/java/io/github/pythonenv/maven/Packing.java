package io.github.pythonenv.maven;

import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.packaging.PackageOutcome;
import io.github.pythonenv.packaging.PackageReport;
import io.github.pythonenv.packaging.PackageRequest;
import io.github.pythonenv.packaging.Packager;
import java.util.function.Supplier;

/**
 * How an archive comes about: from the environment that stands, or from one that is put together for it.
 *
 * @param request the environment
 * @param archive the archive that is asked for
 */
record Packing(Environments environments, Packager packager, EnvironmentRequest request, PackageRequest archive) {

    /** For the platform that the environment stands on; its projects that are links get copied. */
    PackageOutcome here(String platform) {
        if (Environments.linksToProjects(request)) {
            return elsewhere(platform);
        }
        EnvironmentState state = Environments.standing(request).orElseThrow();
        Assembled parts = Assembled.standing(request, state);
        String basis = Packager.basis(parts);
        return unlessUpToDate(basis, () -> packager.pack(archive, parts, basis));
    }

    /** For another platform. */
    PackageOutcome elsewhere(String platform) {
        String basis = environments.basis(request, platform);
        return unlessUpToDate(
                basis, () -> environments.assemble(request, platform, parts -> packager.pack(archive, parts, basis)));
    }

    private PackageOutcome unlessUpToDate(String basis, Supplier<PackageReport> packed) {
        return packager.upToDate(archive, basis)
                .<PackageOutcome>map(same -> same)
                .orElseGet(packed);
    }
}
