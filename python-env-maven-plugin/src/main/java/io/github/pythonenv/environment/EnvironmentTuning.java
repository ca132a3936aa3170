package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.PackageName;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.CacheSettings;
import io.github.pythonenv.tuning.Cpus;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.GpuSelection;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.tuning.Optimization;
import io.github.pythonenv.tuning.Programs;
import io.github.pythonenv.tuning.Surroundings;
import io.github.pythonenv.tuning.Tuning;
import io.github.pythonenv.tuning.TuningRequest;
import io.github.pythonenv.tuning.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The settings for programs in an environment, on this machine. Every goal that starts programs, writes what starts them,
 * or tells of them, asks here.
 *
 * @param host the machine
 * @param store where it is kept what drivers said
 */
public record EnvironmentTuning(Host host, Store store) {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /**
     * The settings for programs in an environment that stands.
     *
     * @param variables what the user has set: the variables of this process, and those configured for the program. None of
     *     them is overridden
     */
    public Tuning of(EnvironmentRequest request, EnvironmentState standing, Map<String, String> variables) {
        return of(
                request, new VenvLayout(request.directory(), host.platform().windows()), standing.runtime(), variables);
    }

    /**
     * The settings that are good on any machine of a platform, for copies that run elsewhere: what was asked for in so many words. What
     * follows from CPUs and GPUs is left to where they run, and so are folders of this machine.
     *
     * @param platform the id of the platform that they run on
     */
    public Tuning elsewhere(EnvironmentRequest request, Assembled parts, String platform) {
        TuningRequest asked = request.tuning();
        Optimization all = asked.optimization();
        Optimization fixed = new Optimization(
                all.enabled(),
                all.memory(),
                all.threads(),
                all.gpu(),
                CacheSettings.NONE,
                all.python(),
                all.applyAtStartup());
        return Tuning.of(
                new TuningRequest(asked.accelerator(), GpuSelection.UNSET, fixed, asked.indexes()),
                new Surroundings(
                        new Platform(
                                OperatingSystem.of(platform),
                                host.platform().architecture(),
                                platform.endsWith("-musl") ? new Libc.Musl() : new Libc.Glibc(2, 0)),
                        new Cpus(1, 1, OptionalDouble.empty()),
                        () -> new Detection(new Accelerator.None(Accelerator.Why.NO_DEVICE, "", ""), List.of()),
                        Version.of(parts.runtime().version().toString()),
                        installed(
                                new VenvLayout(
                                        parts.directory(), host.platform().windows()),
                                parts.runtime()),
                        Map.of(),
                        request.project()));
    }

    /**
     * The settings on this machine for an environment that lies somewhere, being built.
     *
     * @param layout where it lies
     */
    Tuning of(EnvironmentRequest request, VenvLayout layout, Runtime runtime, Map<String, String> variables) {
        if (!request.tuning().optimization().enabled()) {
            return Tuning.NONE;
        }
        Map<String, String> users = new HashMap<>(request.variables());
        users.putAll(variables);
        return Tuning.of(
                request.tuning(),
                new Surroundings(
                        host.platform(),
                        Cpus.of(
                                MachineFiles.ofThisMachine(),
                                java.lang.Runtime.getRuntime().availableProcessors()),
                        once(() -> detection(layout.python().toString())),
                        Version.of(runtime.version().toString()),
                        installed(layout, runtime),
                        users,
                        request.project()));
    }

    /**
     * Makes the folders that settings name.
     *
     * @throws UserFailure where that cannot be done
     */
    public void prepare(Tuning tuning) {
        tuning.folders().forEach((folder, shared) -> {
            try {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                    if (shared) {
                        share(folder);
                    }
                }
            } catch (IOException e) {
                throw new UserFailure(
                        "The folder " + folder + " for caches cannot be made: " + FileFault.why(e) + ".",
                        "Give this user the right to write there, or name another one in optimization.caches.",
                        e);
            }
        });
    }

    /** Writable by its group, and what is made in it belongs to that group. */
    private static void share(Path folder) throws IOException {
        try {
            Files.setAttribute(folder, "unix:mode", 0b010_111_111_101);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // No such rights on this file system.
        }
    }

    /**
     * What this machine has, as far as choosing wheels needs it: from files, where they tell, so that an up-to-date build
     * starts nothing.
     */
    Detection detection() {
        AcceleratorDetection detection = AcceleratorDetection.ofThisMachine(host.platform());
        Path library = host.platform().windows()
                ? Path.of(host.environment().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "nvcuda.dll")
                : Path.of("/usr/lib/wsl/lib/libcuda.so.1");
        return new DriverMemory(detection, library, store.home().resolve("accelerator.properties"))
                .detect(() -> detection.complete(programs(), Optional.empty()));
    }

    /** All that can be found out, by an interpreter that asks the driver. */
    public Detection detection(String python) {
        return AcceleratorDetection.ofThisMachine(host.platform()).complete(programs(), Optional.of(python));
    }

    private Programs programs() {
        Map<String, String> variables = new TreeMap<>(ChildEnvironment.from(host.environment()));
        return command -> {
            try {
                Completed completed = new Processes().run(new Command(command, host.userHome(), variables, DEADLINE));
                return completed.succeeded() ? Optional.of(completed.out()) : Optional.<List<String>>empty();
            } catch (UserFailure notThere) {
                return Optional.empty();
            }
        };
    }

    private static Map<String, Version> installed(VenvLayout layout, Runtime runtime) {
        Map<String, Version> installed = new HashMap<>();
        Path folder = layout.sitePackages(runtime.version().series());
        if (Files.isDirectory(folder)) {
            for (InstalledPackage one : new SitePackages(folder, layout.bin()).packages()) {
                if (one.version().matches("[0-9].*")) {
                    installed.put(PackageName.normal(one.name()), Version.of(one.version()));
                }
            }
        }
        return installed;
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        Map<String, T> known = new HashMap<>();
        return () -> known.computeIfAbsent("", key -> supplier.get());
    }
}
