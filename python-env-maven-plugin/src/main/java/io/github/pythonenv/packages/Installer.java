package io.github.pythonenv.packages;

import io.github.pythonenv.process.Background;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes virtual environments and installs into them, by way of uv. */
public final class Installer {

    private final UvCalls calls;
    private final String version;
    private final InstallSettings settings;
    private final TorchPages torch;
    private final Path resolution;
    private final String platform;
    private Background<Path> created;

    /**
     * @param python the interpreter of the runtime
     * @param version its version
     * @param project the folder that relative paths in inputs refer to
     * @param variables the environment for uv, cleaned of what would redirect it
     * @param torch copies pages of a mirror of PyTorch's indexes
     * @param resolution the file that keeps what unpinned inputs were resolved to
     * @param platform the id of the machine's platform, such as {@code linux-x86_64}
     */
    public Installer(
            Uv uv,
            Path python,
            String version,
            Path project,
            Map<String, String> variables,
            InstallSettings settings,
            TorchPages torch,
            Path resolution,
            String platform,
            Processes processes,
            ProgressListener listener) {
        this.calls = new UvCalls(
                uv,
                python,
                Background.done(python),
                project,
                settings.addedTo(variables),
                settings.deadline(),
                wholeText(resolution),
                processes,
                listener,
                new InstallTarget.Here());
        this.version = version;
        this.settings = settings;
        this.torch = torch;
        this.resolution = resolution;
        this.platform = platform;
        this.created = Background.done(python);
    }

    /** What asks for known vulnerabilities, with the same uv and settings. */
    public PackageAudit audit() {
        return new PackageAudit(calls, resolution.resolveSibling("audit-" + resolution.getFileName()));
    }

    private static Path wholeText(Path resolution) {
        return resolution
                .resolveSibling(Path.of("..", "failures", String.valueOf(resolution.getFileName())))
                .normalize();
    }

    /** What locks packages, with the same uv and settings. */
    public PackageLocker locker() {
        return new PackageLocker(choosingWheels(calls), calls, settings, resolution);
    }

    /**
     * Begins to make an empty virtual environment that can be moved. What is installed may be worked out meanwhile:
     * {@link #install} waits for it where it has to.
     *
     * @param directory an empty folder
     * @param prompt what shells show while it is active
     * @return the interpreter in it; fails with a {@link io.github.pythonenv.UserFailure} in uv's words
     */
    public Background<Path> create(Path directory, String prompt) {
        List<String> arguments = List.of(
                "venv",
                "--quiet",
                "--relocatable",
                "--allow-existing",
                "--no-project",
                "--prompt",
                prompt,
                directory.toString());
        created = Background.start(() -> {
            calls.call("The virtual environment could not be created", arguments);
            return layout(directory).python();
        });
        return created;
    }

    /**
     * Installs the inputs, and nothing else, into a virtual environment. What comes out of uv's cache damaged (an edit in
     * another environment reaches it through hard links) is fetched and installed anew.
     *
     * @param scrutiny how closely the outcome is looked at for that damage
     * @return what is wrong with the installed files all the same
     * @throws io.github.pythonenv.UserFailure in uv's words where that fails
     */
    public List<Defect> install(PackageInputs inputs, Path directory, Scrutiny scrutiny) throws IOException {
        install(calls, inputs, directory, platform, List.of());
        // Where there was nothing to install, nothing has waited for it.
        created.get();
        List<Defect> defects = defects(directory, scrutiny);
        if (defects.isEmpty() || settings.offline()) {
            return defects;
        }
        List<String> damaged =
                defects.stream().map(Defect::distribution).distinct().toList();
        calls.listener()
                .on(new ProgressEvent.Warning("Files of " + String.join(", ", damaged)
                        + " are damaged in uv's cache; they are fetched anew."));
        install(calls, inputs, directory, platform, damaged);
        return defects(directory, scrutiny);
    }

    /**
     * Has uv fetch what the inputs come to on another machine, by installing it into an environment that nobody uses.
     *
     * @param directory of an environment that {@link #create} makes
     * @param platform one of {@link UvTool#platforms()}
     * @return false where no lock and no hashes fix what that is: then nothing is fetched
     */
    public boolean fetch(PackageInputs inputs, Path directory, String platform) throws IOException {
        boolean fixed = fixed(inputs);
        if (fixed) {
            install(
                    calls.installingFor(new InstallTarget.Other(UvWheels.triple(platform))),
                    inputs,
                    directory,
                    platform,
                    List.of());
        }
        return fixed;
    }

    /** Whether a lock or hashes say which versions these are on any machine. */
    public static boolean fixed(PackageInputs inputs) {
        return inputs.locked()
                || (inputs instanceof Requirements requirements
                        && requirements.read().hashed());
    }

    /**
     * Installs what {@linkplain #fixed fixed} inputs come to on another machine, for use there: wheels, and copies of
     * projects on this machine.
     *
     * @param platform one of {@link UvTool#platforms()}
     * @return what is wrong with the installed files
     * @throws io.github.pythonenv.UserFailure in uv's words where that fails, for example because there is no wheel
     */
    public List<Defect> installFor(String platform, PackageInputs inputs, Path directory) throws IOException {
        List<LocalProject> own =
                inputs.sourceTrees().stream().map(LocalProject::new).toList();
        install(
                calls.installingFor(new InstallTarget.WheelsForOther(UvWheels.triple(platform), own)),
                inputs,
                directory,
                platform,
                List.of());
        created.get();
        return defects(directory, Scrutiny.DIGESTS);
    }

    private void install(UvCalls calls, PackageInputs inputs, Path directory, String platform, List<String> again)
            throws IOException {
        UvCalls inside = calls.on(layout(directory).python(), created);
        if (inputs instanceof UnlockedInputs unlocked) {
            Path folder = unlocked.requirements().folder();
            refuseRedirection(folder);
            UvCalls choosing = choosingWheels(calls.in(folder));
            new RequirementsInstall(
                            choosing,
                            choosing.on(inside.python(), created),
                            version,
                            settings,
                            new Resolutions(resolution),
                            again)
                    .install(unlocked);
        } else if (inputs instanceof LockedInputs locked) {
            refuseRedirection(calls.folder());
            new PylockInstall(inside, settings.wheels(), settings.torch(), machine(platform), resolution, again)
                    .install(locked.lock());
        } else if (inputs instanceof UvLock lock) {
            refuseRedirection(lock.root());
            new UvLockInstall(calls, inside, settings.wheels(), settings.torch(), directory, resolution, again)
                    .install(lock);
        } else if (inputs instanceof Pylock pylock) {
            refuseRedirection(pylock.file().resolveSibling(""));
            new PylockInstall(inside, settings.wheels(), settings.torch(), machine(platform), resolution, again)
                    .install(pylock);
        } else if (inputs instanceof ForeignLock lock) {
            refuseRedirection(lock.file().resolveSibling(""));
            new ForeignLockInstall(inside, settings.wheels(), resolution, again).install(lock);
        }
    }

    /** Calls by which uv takes the wheels of PyTorch that were chosen: in variables, stronger than its own files. */
    private UvCalls choosingWheels(UvCalls calls) {
        if (settings.torch().isEmpty()) {
            return calls;
        }
        TorchWheels wheels = settings.torch().get();
        if (wheels.byOption()) {
            return calls.with(wheels.variables()).with(Map.of("UV_TORCH_BACKEND", wheels.backend()));
        }
        String others = calls.variables().getOrDefault("UV_INDEX", "");
        return calls.without(List.of("UV_TORCH_BACKEND"))
                .with(Map.of("UV_INDEX", (torch.copied(wheels) + " " + others).strip()));
    }

    private void refuseRedirection(Path folder) {
        UvConfiguration.inForce(folder, calls.variables()).forEach(UvConfiguration::refuseRedirection);
    }

    private MarkerEnvironment machine(String platform) {
        return MarkerEnvironment.of(version, platform, "");
    }

    private VenvLayout layout(Path directory) {
        return new VenvLayout(directory, platform.startsWith("windows"));
    }

    private List<Defect> defects(Path directory, Scrutiny scrutiny) throws IOException {
        VenvLayout layout = layout(directory);
        Optional<Path> sitePackages = layout.findSitePackages();
        return sitePackages.isPresent()
                ? new SitePackages(sitePackages.get(), layout.bin()).defects(scrutiny)
                : List.of();
    }
}
