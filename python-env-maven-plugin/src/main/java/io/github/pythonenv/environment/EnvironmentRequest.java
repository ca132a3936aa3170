package io.github.pythonenv.environment;

import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.LockMode;
import io.github.pythonenv.packages.LockedInputs;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.UnlockedInputs;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.tuning.TuningRequest;
import java.nio.file.Path;
import java.util.Map;

/**
 * One environment, as asked for. Everything the core needs to know is here; it asks nobody else.
 *
 * @param name the environment's name, {@code default} for the unnamed one
 * @param project the absolute folder that relative paths in inputs refer to
 * @param directory the absolute folder of the environment, usually {@code .venv} in the project
 * @param runtime which Python it is to stand on
 * @param lock where it is pinned which Python and which uv that is
 * @param inputs what to install
 * @param uv which uv installs it
 * @param settings how it is installed
 * @param swap how a new generation takes the place of the old one
 * @param retention what stays on disk of earlier generations
 * @param tuning how the hardware is used
 * @param variables the user's own environment variables for programs in it; they are no part of the environment
 * @param force whether a new generation is built even where the one that stands is up to date
 */
public record EnvironmentRequest(
        String name,
        Path project,
        Path directory,
        RuntimeRequest runtime,
        LockFile lock,
        PackageInputs inputs,
        UvChoice uv,
        InstallSettings settings,
        SwapMode swap,
        Retention retention,
        TuningRequest tuning,
        Map<String, String> variables,
        boolean force) {

    public EnvironmentRequest {
        variables = Map.copyOf(variables);
    }

    /** The canonical text of all settings that decide what the environment is, without the contents of files. */
    public String describe() {
        String text = String.join(
                "\n",
                "directory " + directory,
                uv instanceof UvChoice.Pinned && lock.present() ? "uv of the lock" : "uv " + uv.describe(),
                "inputs " + inputs.describe(),
                "settings " + settings.describe());
        String source = runtime.source().describe();
        String tuned = tuning.describe();
        return text + (source.isEmpty() ? "" : "\nruntime " + source) + (tuned.isEmpty() ? "" : "\ntuning " + tuned);
    }

    /** Which Python versions will do. */
    public VersionRequest python() {
        return runtime.python();
    }

    /** Whether runtime and unpinned inputs are chosen anew ({@code mvn -U}). */
    public boolean upgrade() {
        return runtime.newest();
    }

    /**
     * What shells show while the environment is active: its name, or the project's for the unnamed one. Shells expand
     * what stands in a prompt, each in its own way, so nothing that could mean anything to one of them is in it.
     */
    String prompt() {
        Path folder = project.getFileName();
        String text = name.equals("default") && folder != null ? folder.toString() : name;
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N} ._@+#,-]", "_");
    }

    /** The lock of its packages that {@code mvn python-env:lock} writes, where they are not locked already. */
    Path pylock() {
        String index = settings.torch().map(wheels -> wheels.indexes().get(0)).orElse("");
        return project.resolve(LockedInputs.fileName(name, index));
    }

    /** The same environment, its packages by their lock where there is one and it counts. */
    public EnvironmentRequest byLock() {
        return inputs instanceof UnlockedInputs unlocked && settings.locks().mode() != LockMode.OFF
                ? LockedInputs.of(unlocked, pylock())
                        .map(locked -> with(locked, settings))
                        .orElse(this)
                : this;
    }

    /** The same environment without its packages, for goals that stop at the virtual environment; packed it comes whole. */
    EnvironmentRequest withoutPackages() {
        return inputs instanceof Packed ? this : with(new NoPackages(), settings);
    }

    /** The same environment by another state of its lock of runtime and uv. */
    EnvironmentRequest by(LockFile other) {
        return new EnvironmentRequest(
                name, project, directory, runtime, other, inputs, uv, settings, swap, retention, tuning, variables,
                force);
    }

    /** The same environment from other inputs, installed otherwise. */
    EnvironmentRequest with(PackageInputs others, InstallSettings otherwise) {
        return new EnvironmentRequest(
                name, project, directory, runtime, lock, others, uv, otherwise, swap, retention, tuning, variables,
                force);
    }
}
