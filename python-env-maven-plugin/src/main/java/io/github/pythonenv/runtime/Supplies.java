package io.github.pythonenv.runtime;

import io.github.pythonenv.download.Network;
import java.util.function.Supplier;

/**
 * What runtimes are got from.
 *
 * @param catalogue the known distributions
 * @param artifacts gets artifacts as Maven does
 * @param network what downloads want to know of the world; asked for only where something is downloaded
 * @param machine knows the Pythons that others installed on this machine
 */
public record Supplies(
        Catalogue catalogue, ArtifactResolver artifacts, Supplier<Network> network, MachinePythons machine) {

    /** The same on a machine with other Pythons. */
    public Supplies with(MachinePythons other) {
        return new Supplies(catalogue, artifacts, network, other);
    }
}
