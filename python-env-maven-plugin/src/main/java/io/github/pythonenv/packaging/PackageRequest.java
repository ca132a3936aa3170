package io.github.pythonenv.packaging;

import io.github.pythonenv.environment.EnvironmentState;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An environment that is to be packed.
 *
 * @param environment the folder that it stands in
 * @param state what it says of itself
 * @param platform the id of the platform that it runs on
 * @param file where the archive goes; what is there is replaced
 * @param scratch a folder for what is made on the way; emptied, and removed in the end
 * @param time of every entry
 * @param settings how it is packed
 */
public record PackageRequest(
        Path environment,
        EnvironmentState state,
        String platform,
        Path file,
        Path scratch,
        Instant time,
        PackageSettings settings) {}
