package io.github.pythonenv.configuration;

import io.github.pythonenv.environment.Retention;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.tuning.TuningRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was configured for one environment; what is empty is found in the project's files or has a default.
 *
 * @param name the environment's name
 * @param only whether it is the only one of its project, though it has a name
 * @param project the absolute folder that relative paths refer to
 * @param directory the environment's folder
 * @param pythonVersion the version request as written
 * @param runtime where Python comes from
 * @param lockFile the lock
 * @param inputs what to install
 * @param uv which uv installs it
 * @param settings how it is installed
 * @param swap how a new generation takes the place of the old one
 * @param retention what stays of earlier generations
 * @param tuning how the hardware is used
 * @param variables the user's own environment variables for programs in it
 * @param upgrade whether runtime and unpinned inputs are chosen anew
 * @param force whether a new generation is built whatever stands
 */
public record EnvironmentConfiguration(
        String name,
        boolean only,
        Path project,
        Optional<Path> directory,
        Optional<String> pythonVersion,
        RuntimeConfiguration runtime,
        Optional<Path> lockFile,
        InputConfiguration inputs,
        UvChoice uv,
        InstallSettings settings,
        SwapMode swap,
        Retention retention,
        TuningRequest tuning,
        Map<String, String> variables,
        boolean upgrade,
        boolean force) {

    /**
     * What a call of Maven says of all environments.
     *
     * @param offline whether nothing may be fetched ({@code -o})
     * @param upgrade whether versions are chosen anew ({@code -U})
     * @param force whether a new generation is built whatever stands
     * @param ci whether this is a build server
     */
    public record Call(boolean offline, boolean upgrade, boolean force, boolean ci) {}

    /**
     * What an environment's settings say, with what profiles and a template add.
     *
     * @param project the absolute folder of the project
     * @throws io.github.pythonenv.UserFailure where they contradict each other
     */
    public static EnvironmentConfiguration of(
            ConfiguredEnvironment environment, ProfileChoice profiles, Path project, Call call) {
        Settings set = profiles.over(environment.settings());
        return new EnvironmentConfiguration(
                environment.name(),
                environment.only(),
                project,
                set.path(Setting.DIRECTORY),
                set.text(Setting.PYTHON_VERSION),
                RuntimeConfiguration.of(set),
                set.path(Setting.LOCK_FILE),
                InputConfiguration.of(set).with(profiles.requirements()),
                UvChoices.of(
                        set.text(Setting.UV_VERSION), set.text(Setting.UV_SHA256), set.path(Setting.UV_EXECUTABLE)),
                InstallConfiguration.of(set, call),
                SwapModes.of(set.text(Setting.SWAP).orElse("exchange")),
                retention(set),
                TuningRequests.of(set, project),
                set.textByName(Setting.VARIABLES),
                call.upgrade(),
                call.force());
    }

    /** Whoever says how old they may be wants those that are younger. */
    private static Retention retention(Settings set) {
        OptionalInt days = set.number(Setting.KEEP_DAYS);
        OptionalInt generations = set.number(Setting.KEEP_GENERATIONS);
        return generations.isEmpty() && days.isEmpty() ? Retention.of(1) : new Retention(generations, days);
    }
}
