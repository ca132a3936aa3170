package io.github.pythonenv.tuning;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Surroundings to try settings in: a Linux with eight cores and nothing else, unless told otherwise. */
final class Around {

    private Platform platform = platform(OperatingSystem.LINUX, new Libc.Glibc(2, 36));
    private Cpus cpus = new Cpus(8, 8, OptionalDouble.empty());
    private Accelerator accelerator = new Accelerator.None(Accelerator.Why.NO_DEVICE, "There is no GPU here.", "");
    private Version python = Version.of("3.14.3");
    private final Map<String, Version> installed = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();

    private static Platform platform(OperatingSystem os, Libc libc) {
        return new Platform(os, Architecture.X86_64, libc);
    }

    Around on(OperatingSystem os, Libc libc) {
        platform = platform(os, libc);
        return this;
    }

    Around cpus(int allowed, int cores) {
        cpus = new Cpus(allowed, cores, OptionalDouble.empty());
        return this;
    }

    Around quota(double share) {
        cpus = new Cpus(cpus.allowed(), cpus.cores(), OptionalDouble.of(share));
        return this;
    }

    Around python(String version) {
        python = Version.of(version);
        return this;
    }

    Around installed(String name, String version) {
        installed.put(name, Version.of(version));
        return this;
    }

    Around set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** A GPU of NVIDIA. */
    Around gpus(String architecture, long memoryBytes, int count) {
        GpuDevice device = new GpuDevice("NVIDIA GPU", "GPU-1", "0000:01:00.0", architecture, memoryBytes, List.of());
        accelerator = new Accelerator.Cuda(
                Optional.of(Version.of("580.95.05")),
                Optional.of(Version.of("13.0")),
                java.util.Collections.nCopies(count, device),
                false);
        return this;
    }

    Around accelerator(Accelerator other) {
        accelerator = other;
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(
                platform,
                cpus,
                () -> new Detection(accelerator, List.of()),
                python,
                installed,
                variables,
                Path.of("/work/shop"));
    }

    Tuning tuned(Optimization optimization) {
        return tuned(optimization, GpuSelection.UNSET);
    }

    Tuning tuned(Optimization optimization, GpuSelection gpus) {
        return Tuning.of(
                new TuningRequest(AcceleratorRequest.UNSET, gpus, optimization, TorchIndexRequest.DEFAULT),
                surroundings());
    }
}
