package io.github.pythonenv.environment;

import java.nio.file.Path;
import java.util.List;

/**
 * An environment of ours that stands, and how far it is from what is asked, as its state file and the input files say.
 *
 * @param request what is asked for, with what an accelerator and a lock make of it
 * @param state what it says of itself
 * @param fingerprint as its state file has it, where {@link EnvironmentState#fingerprint} is worked out anew
 * @param otherRuntime why its runtime is not the one asked for, a phrase each
 * @param changes what changed among its inputs since it was built, a phrase each
 * @param added entries of site-packages that were not there when it was built
 * @param resolution the file that keeps what unpinned inputs were resolved to; may not be there
 */
public record Standing(
        EnvironmentRequest request,
        EnvironmentState state,
        String fingerprint,
        List<String> otherRuntime,
        List<String> changes,
        List<String> added,
        Path resolution) {

    public Standing {
        otherRuntime = List.copyOf(otherRuntime);
        changes = List.copyOf(changes);
        added = List.copyOf(added);
    }
}
