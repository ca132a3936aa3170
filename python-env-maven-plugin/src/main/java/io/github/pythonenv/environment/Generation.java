package io.github.pythonenv.environment;

import java.nio.file.Path;

/**
 * A generation of an environment that is on disk.
 *
 * @param folder where it lies
 * @param state what it says of itself
 * @param standing whether it is the one that stands at the environment's place
 */
public record Generation(Path folder, EnvironmentState state, boolean standing) {

    /** Counts the generations of one environment, from 1. */
    public long number() {
        return state.generation();
    }
}
