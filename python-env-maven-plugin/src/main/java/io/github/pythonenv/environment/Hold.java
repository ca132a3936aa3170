package io.github.pythonenv.environment;

import java.util.List;

/**
 * That an environment was taken back to an earlier generation, and stays there for as long as the same is asked as when
 * that was done: what is asked was found wanting, so it is not built again by itself.
 *
 * @param asked digests of what was asked then: with its packages, and of the goals that stop before them
 */
record Hold(List<String> asked) {

    /** A hold against what is asked now, in all the ways that goals ask for it. */
    static Hold against(List<EnvironmentRequest> requests) {
        return new Hold(requests.stream()
                .map(request -> digest(request, InputDigests.of(request)))
                .toList());
    }

    /**
     * Whether the environment is held against that.
     *
     * @param inputs the digests of the request's inputs
     */
    boolean against(EnvironmentRequest request, InputDigests inputs) {
        return asked.contains(digest(request, inputs));
    }

    private static String digest(EnvironmentRequest request, InputDigests inputs) {
        return Fingerprint.of("for " + request.python().text(), inputs);
    }
}
