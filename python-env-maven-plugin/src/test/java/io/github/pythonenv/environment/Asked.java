package io.github.pythonenv.environment;

import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.tuning.TuningRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request in the making. */
public final class Asked {

    private final Path project;
    private String name = "default";
    private Path directory;
    private String python = "3.14";
    private SourceRequest source = new SourceRequest.Auto();
    private PackageInputs inputs = new NoPackages();
    private UvChoice uv = new UvChoice.Pinned();
    private SwapMode swap = SwapMode.EXCHANGE;
    private Retention retention = Retention.of(1);
    private boolean upgrade;
    private boolean force;
    private Mirrors mirrors = Mirrors.NONE;
    private TuningRequest tuning = TuningRequest.NONE;

    private Asked(Path project) {
        this.project = project;
        this.directory = project.resolve(".venv");
    }

    public static Asked in(Path project) {
        return new Asked(project);
    }

    public Asked named(String name) {
        this.name = name;
        this.directory = project.resolve(".venv-" + name);
        return this;
    }

    public Asked at(Path directory) {
        this.directory = directory;
        return this;
    }

    public Asked python(String python) {
        this.python = python;
        return this;
    }

    public Asked from(SourceRequest source) {
        this.source = source;
        return this;
    }

    public Asked through(Mirrors mirrors) {
        this.mirrors = mirrors;
        return this;
    }

    public Asked tuned(TuningRequest tuning) {
        this.tuning = tuning;
        return this;
    }

    public Asked packages(String... packages) {
        return inputs(new Requirements(project, List.of(), List.of(packages), List.of()));
    }

    public Asked requirements(Path file) {
        return inputs(new Requirements(project, List.of(file), List.of(), List.of()));
    }

    public Asked inputs(PackageInputs inputs) {
        this.inputs = inputs;
        return this;
    }

    public Asked with(StandInUv uv) {
        this.uv = new UvChoice.Executable(uv.executable());
        return this;
    }

    public Asked swapping(SwapMode swap) {
        this.swap = swap;
        return this;
    }

    public Asked keeping(Retention retention) {
        this.retention = retention;
        return this;
    }

    public Asked upgrading() {
        this.upgrade = true;
        return this;
    }

    public Asked forced() {
        this.force = true;
        return this;
    }

    public EnvironmentRequest request() {
        return new EnvironmentRequest(
                name,
                project,
                directory,
                new RuntimeRequest(VersionRequest.parse(python), source, mirrors, upgrade, false),
                LockFile.at(project.resolve(LockFile.NAME)),
                inputs,
                uv,
                new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, upgrade, Duration.ofMinutes(10)),
                swap,
                retention,
                tuning,
                Map.of(),
                force);
    }
}
