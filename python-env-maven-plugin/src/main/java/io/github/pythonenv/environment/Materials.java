package io.github.pythonenv.environment;

import io.github.pythonenv.packages.Dependencies;
import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.LockedArtifact;
import io.github.pythonenv.packages.MarkerEnvironment;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Platform;
import java.util.List;

/**
 * What an environment consists of.
 *
 * @param state the runtime, and the rest that it says of itself
 * @param packages those that are installed, and which needs which
 * @param files those that packages were installed from, where a {@code uv.lock} or {@code pylock.toml} has them
 */
public record Materials(EnvironmentState state, DependencyGraph packages, List<LockedArtifact> files) {

    static Materials of(EnvironmentRequest request, EnvironmentState state, Platform platform) {
        VenvLayout layout = new VenvLayout(request.directory(), platform.windows());
        SitePackages installed =
                SitePackages.of(layout, state.runtime().version().series());
        List<InstalledPackage> packages = installed.packages();
        MarkerEnvironment markers =
                MarkerEnvironment.of(state.runtime().version().toString(), platform.id(), "");
        return new Materials(
                state,
                Dependencies.read(installed, request.inputs(), markers),
                LockedArtifact.installed(LockedArtifact.in(request.inputs()), packages));
    }
}
