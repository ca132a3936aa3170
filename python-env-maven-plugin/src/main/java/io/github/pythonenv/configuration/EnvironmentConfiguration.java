package io.github.pythonenv.configuration;

import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.UvChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was configured for one environment; what is empty is found in the project's files or has a default.
 *
 * @param name the environment's name
 * @param project the absolute folder that relative paths refer to
 * @param directory the environment's folder
 * @param pythonVersion the version request as written
 * @param runtime where Python comes from
 * @param lockFile the lock
 * @param inputs what to install
 * @param uv which uv installs it
 * @param settings how it is installed
 * @param swap how a new generation takes the place of the old one
 * @param keepGenerations how many earlier generations stay
 * @param upgrade whether runtime and unpinned inputs are chosen anew
 * @param force whether a new generation is built whatever stands
 */
public record EnvironmentConfiguration(
        String name,
        Path project,
        Optional<Path> directory,
        Optional<String> pythonVersion,
        RuntimeConfiguration runtime,
        Optional<Path> lockFile,
        InputConfiguration inputs,
        UvChoice uv,
        InstallSettings settings,
        SwapMode swap,
        int keepGenerations,
        boolean upgrade,
        boolean force) {}
