package io.github.pythonenv.runtime;

import java.util.List;
import java.util.Optional;

/**
 * The Pythons of this machine that do not lie in the store, and what the user prefers. Asked only where an environment
 * needs a runtime that it does not have: it may start programs.
 */
public interface MachinePythons {

    /**
     * Looks for the newest that matches and works here.
     *
     * @param by who installed it
     * @param newest whether to pass over what is there, where there is a way to fetch a newer one (uv's)
     * @throws io.github.pythonenv.UserFailure if the search itself cannot be made; finding nothing is an answer
     */
    FoundPython newest(InstalledBy by, VersionRequest request, boolean newest);

    /** The same, but nothing is installed, and what comes of trying a Python is not kept. */
    default MachinePythons looking() {
        return this;
    }

    /** The one that the user made the default in the registry, if it is there and matches: from the store or not. */
    Optional<Runtime> preferred(VersionRequest request);

    /** A machine without any. */
    static MachinePythons none() {
        return new MachinePythons() {
            @Override
            public FoundPython newest(InstalledBy by, VersionRequest request, boolean newest) {
                return new FoundPython(Optional.empty(), List.of());
            }

            @Override
            public Optional<Runtime> preferred(VersionRequest request) {
                return Optional.empty();
            }
        };
    }
}
