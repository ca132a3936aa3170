package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.RuntimeChoice;
import java.util.List;

/**
 * What is on disk, as far as it bears on a request.
 *
 * @param target what stands where the environment belongs
 * @param runtime the runtime that the environment is to stand on
 * @param inputs the digests of the inputs as they are now
 */
record Observation(Target target, RuntimeChoice runtime, InputDigests inputs) {

    /** The runtime, for a person. */
    @Override
    public String toString() {
        return runtime.toString();
    }

    /** What stands where the environment belongs. */
    sealed interface Target {
        /** Nothing, or an empty folder. */
        record Absent() implements Target {}

        /**
         * An environment that this plugin made.
         *
         * @param damage what is broken in it, a phrase each
         * @param added entries of site-packages that somebody added by hand
         */
        record Ours(EnvironmentState state, List<String> damage, List<String> added) implements Target {}

        /** A virtual environment that something else made. */
        record Foreign() implements Target {}

        /** A file, or a folder that is no virtual environment: not to be touched. */
        record Occupied(String by) implements Target {}
    }
}
