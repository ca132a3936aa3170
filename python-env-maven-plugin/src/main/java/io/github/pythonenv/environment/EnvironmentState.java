package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a generation says of itself, in a file inside it. It is written when the generation is verified, so a folder
 * that has one is whole.
 *
 * @param generation counts the generations of one environment, from 1
 * @param created when the generation was finished
 * @param environment the environment's name
 * @param project the folder of the project that it was made for
 * @param runtime the runtime it stands on
 * @param uv version of the uv that built it, or {@link #NO_UV}
 * @param inputs everything else it depends on
 * @param entries the names at the top of site-packages, sorted
 * @param packages how many packages are installed
 * @param why why it was built, for a person
 * @param hold that it stays where it stands; of no meaning for one that does not stand
 */
public record EnvironmentState(
        long generation,
        Instant created,
        String environment,
        Path project,
        Runtime runtime,
        String uv,
        InputDigests inputs,
        List<String> entries,
        int packages,
        String why,
        Optional<Hold> hold) {

    /** In place of a version of uv, where none was needed: the environment was packed elsewhere. */
    static final String NO_UV = "none";

    /** The digest of everything this generation depends on. */
    public String fingerprint() {
        return Fingerprint.of(runtime.name(), inputs);
    }

    /** Whether {@code rollback} put it where it stands, to stay there. */
    public boolean held() {
        return hold.isPresent();
    }

    /** The same generation, held or let go. */
    EnvironmentState with(Optional<Hold> hold) {
        return new EnvironmentState(
                generation, created, environment, project, runtime, uv, inputs, entries, packages, why, hold);
    }

    /** What is in it, for a person: {@code CPython 3.14.3, 12 packages}. */
    public String summary() {
        return "CPython " + runtime.version() + ", " + packages + (packages == 1 ? " package" : " packages");
    }
}
