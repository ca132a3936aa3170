package io.github.pythonenv.tuning;

import io.github.pythonenv.platform.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What settings depend on besides what was asked.
 *
 * @param platform system and C library
 * @param cpus what programs may use
 * @param detection the GPUs; looked for only where something depends on them
 * @param python the interpreter's version
 * @param installed the versions of the packages in the environment, by their normalized names
 * @param variables what the user has set
 * @param project the folder whose {@code .python-env} can hold caches
 */
public record Surroundings(
        Platform platform,
        Cpus cpus,
        Supplier<Detection> detection,
        Version python,
        Map<String, Version> installed,
        Map<String, String> variables,
        Path project) {

    public Surroundings {
        installed = Map.copyOf(installed);
        variables = Map.copyOf(variables);
    }

    /** The version of a package, if it is installed. */
    Optional<Version> version(String name) {
        return Optional.ofNullable(installed.get(name));
    }

    /** Whether any of these packages is installed. */
    boolean hasAny(String... names) {
        for (String name : names) {
            if (installed.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a variable that the user set; empty where there is none. */
    String set(String variable) {
        return variables.getOrDefault(variable, "");
    }
}
