package io.github.pythonenv.packages;

import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes virtual environments and installs into them, by way of uv. */
public final class Installer {

    private final UvCalls calls;
    private final InstallSettings settings;
    private final Path resolution;
    private final boolean windows;

    /**
     * @param python the interpreter of the runtime
     * @param project the folder that relative paths in inputs refer to
     * @param variables the environment for uv, cleaned of what would redirect it
     * @param resolution the file that keeps what unpinned inputs were resolved to
     */
    public Installer(
            Uv uv,
            Path python,
            Path project,
            Map<String, String> variables,
            InstallSettings settings,
            Path resolution,
            boolean windows,
            Processes processes,
            ProgressListener listener) {
        this.calls =
                new UvCalls(uv, python, project, settings.addedTo(variables), settings.deadline(), processes, listener);
        this.settings = settings;
        this.resolution = resolution;
        this.windows = windows;
    }

    /**
     * Makes an empty virtual environment that can be moved.
     *
     * @param directory an empty folder
     * @param prompt what shells show while it is active
     */
    public void create(Path directory, String prompt) {
        calls.call(
                "The virtual environment could not be created",
                List.of(
                        "venv",
                        "--quiet",
                        "--relocatable",
                        "--allow-existing",
                        "--no-project",
                        "--prompt",
                        prompt,
                        directory.toString()));
    }

    /**
     * Installs the inputs, and nothing else, into a virtual environment.
     *
     * @throws io.github.pythonenv.UserFailure in uv's words where that fails
     */
    public void install(PackageInputs inputs, Path directory) throws IOException {
        UvCalls inside = calls.on(new VenvLayout(directory, windows).python());
        if (inputs instanceof Requirements requirements) {
            new RequirementsInstall(calls, inside, settings, new Resolutions(resolution)).install(requirements);
        } else if (inputs instanceof UvLock lock) {
            new UvLockInstall(calls, inside, settings).install(lock, directory);
        } else if (inputs instanceof Pylock pylock) {
            new PylockInstall(inside, settings).install(pylock, directory);
        }
    }
}
