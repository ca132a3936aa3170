package io.github.pythonenv.packaging;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An archive that is to be made of an environment.
 *
 * @param name the environment's
 * @param project the folder of its project
 * @param platform the id of the platform that it runs on
 * @param file where the archive goes; what is there is replaced
 * @param scratch a folder for what is made on the way; emptied, and removed in the end
 * @param time of every entry
 * @param settings how it is packed
 */
public record PackageRequest(
        String name, Path project, String platform, Path file, Path scratch, Instant time, PackageSettings settings) {}
