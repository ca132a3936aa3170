package io.github.pythonenv.configuration;

import io.github.pythonenv.environment.Retention;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.UnmappedConda;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.tuning.TuningRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration in the making; nothing is configured at first. */
final class Configured {

    private final Path project;
    private String name = "default";
    private Optional<Path> directory = Optional.empty();
    private Optional<String> pythonVersion = Optional.empty();
    private RuntimeConfiguration runtime = RuntimeConfiguration.NOTHING;
    private List<Path> requirements = List.of();
    private List<Path> constraints = List.of();
    private List<String> packages = List.of();
    private Optional<Path> uvProject = Optional.empty();
    private Optional<Path> pylock = Optional.empty();
    private Optional<Path> input = Optional.empty();
    private PackedConfiguration packed = PackedConfiguration.NOTHING;
    private List<String> profiles = List.of();
    private List<String> members = List.of();
    private List<String> extras = List.of();
    private List<String> groups = List.of();
    private boolean memberEnvironment;
    private Retention retention = Retention.of(1);
    private Duration timeout = Duration.ofMinutes(30);

    private Configured(Path project) {
        this.project = project;
    }

    static Configured in(Path project) {
        return new Configured(project);
    }

    Configured named(String name) {
        this.name = name;
        return this;
    }

    Configured directory(Path directory) {
        this.directory = Optional.of(directory);
        return this;
    }

    Configured python(String version) {
        this.pythonVersion = Optional.of(version);
        return this;
    }

    Configured runtime(RuntimeConfiguration runtime) {
        this.runtime = runtime;
        return this;
    }

    Configured requirements(Path... files) {
        this.requirements = List.of(files);
        return this;
    }

    Configured constraints(Path... files) {
        this.constraints = List.of(files);
        return this;
    }

    Configured packages(String... packages) {
        this.packages = List.of(packages);
        return this;
    }

    Configured uvProject(Path folder) {
        this.uvProject = Optional.of(folder);
        return this;
    }

    Configured pylock(Path file) {
        this.pylock = Optional.of(file);
        return this;
    }

    Configured input(Path file) {
        this.input = Optional.of(file);
        return this;
    }

    Configured packed(String archive, String sha256) {
        this.packed = new PackedConfiguration(
                Optional.of(archive).filter(text -> !text.isEmpty()),
                Optional.of(sha256).filter(text -> !text.isEmpty()));
        return this;
    }

    Configured profiles(String... packages) {
        this.profiles = List.of(packages);
        return this;
    }

    Configured members(String... names) {
        this.members = List.of(names);
        return this;
    }

    Configured extras(String... extras) {
        this.extras = List.of(extras);
        return this;
    }

    Configured groups(String... groups) {
        this.groups = List.of(groups);
        return this;
    }

    Configured memberEnvironment() {
        this.memberEnvironment = true;
        return this;
    }

    Configured keeping(Retention retention) {
        this.retention = retention;
        return this;
    }

    Configured timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    InputConfiguration inputs() {
        return new InputConfiguration(
                requirements,
                constraints,
                packages,
                uvProject,
                pylock,
                input,
                packed,
                extras,
                groups,
                members,
                true,
                true,
                memberEnvironment,
                UnmappedConda.REFUSE,
                Map.of(),
                profiles);
    }

    InputsDiscovery.Found found() {
        return found(false);
    }

    InputsDiscovery.Found found(boolean accelerated) {
        return new InputsDiscovery(project, inputs(), accelerated).find();
    }

    EnvironmentConfiguration configuration() {
        return new EnvironmentConfiguration(
                name,
                false,
                project,
                directory,
                pythonVersion,
                runtime,
                Optional.empty(),
                inputs(),
                new UvChoice.Pinned(),
                new InstallSettings(Optional.empty(), List.of(), Optional.empty(), false, false, false, timeout),
                SwapMode.EXCHANGE,
                retention,
                TuningRequest.NONE,
                Map.of(),
                false,
                false);
    }
}
