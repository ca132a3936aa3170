package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import java.util.Optional;

/**
 * What was configured of a packed environment that an environment is made of, as it was written.
 *
 * @param archive its coordinates or file
 * @param sha256 its digest
 */
record PackedConfiguration(Optional<String> archive, Optional<String> sha256) {

    static final PackedConfiguration NOTHING = new PackedConfiguration(Optional.empty(), Optional.empty());

    /** Whether there is one. */
    boolean named() {
        return archive.isPresent() || sha256.isPresent();
    }

    /**
     * Its coordinates or file.
     *
     * @throws UserFailure where only a digest was configured
     */
    String text() {
        return archive.orElseThrow(() -> new UserFailure(
                "<packedSha256> is configured, and <packed> does not say which archive it is of.",
                "Name it in <packed> (-Dpython-env.packed=…), or leave <packedSha256> away."));
    }
}
