package io.github.pythonenv.tuning;

import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a machine can compute with, without torch. Files come first: they are read in a millisecond, and every
 * Linux has them. NVIDIA's driver library is asked where they do not tell, or for what only it knows (compute capability,
 * memory, MIG); nvidia-smi last.
 *
 * @param platform the machine's system
 * @param files its files
 * @param table what is known of drivers and devices
 */
public record AcceleratorDetection(Platform platform, MachineFiles files, TorchIndexTable table) {

    private static final Accelerator NOTHING = new Accelerator.None(
            Accelerator.Why.NO_DEVICE,
            "There is no GPU here.",
            "To compute on the CPU, set accelerator to auto or cpu.");

    /** This machine's. */
    public static AcceleratorDetection ofThisMachine(Platform platform) {
        return new AcceleratorDetection(platform, MachineFiles.ofThisMachine(), TorchIndexTable.builtIn());
    }

    /**
     * Reads files, and starts nothing. On Windows and under WSL files do not tell a driver's version, and on Windows
     * not even whether there is one.
     */
    public Detection fromFiles() {
        List<String> evidence = new ArrayList<>();
        if (platform.os() != OperatingSystem.LINUX) {
            return new Detection(NOTHING, evidence);
        }
        Optional<Accelerator> nvidia = new NvidiaFiles(files, table, evidence).find();
        if (nvidia.isPresent() && nvidia.get() instanceof Accelerator.Cuda) {
            return new Detection(nvidia.get(), evidence);
        }
        Optional<Accelerator> amd = new AmdFiles(files, evidence).find();
        if (amd.isPresent() && amd.get() instanceof Accelerator.Rocm) {
            return new Detection(amd.get(), evidence);
        }
        Optional<Accelerator> intel = new IntelFiles(files, table, evidence).find();
        if (intel.isPresent() && intel.get() instanceof Accelerator.Xpu) {
            return new Detection(intel.get(), evidence);
        }
        return new Detection(nvidia.or(() -> amd).or(() -> intel).orElse(NOTHING), evidence);
    }

    /**
     * Reads files, and asks the driver for what they do not tell.
     *
     * @param programs starts what asks the driver
     * @param python an interpreter, by whose ctypes the driver's library is asked
     */
    public Detection complete(Programs programs, Optional<String> python) {
        Detection seen = fromFiles();
        boolean worthAsking =
                platform.os() == OperatingSystem.WINDOWS || seen.accelerator() instanceof Accelerator.Cuda;
        if (!worthAsking) {
            return seen;
        }
        boolean wsl = seen.accelerator() instanceof Accelerator.Cuda cuda && cuda.wsl();
        Optional<DriverAnswer> answer = python.flatMap(executable -> DriverAnswer.fromLibrary(programs, executable))
                .or(() -> DriverAnswer.fromNvidiaSmi(programs, wsl));
        return answer.map(told -> told.completing(seen, table, wsl)).orElse(seen);
    }

    /** Whether there may be a GPU of NVIDIA whose driver's version is told by no file. */
    public boolean driverUntold(Detection seen) {
        return platform.os() == OperatingSystem.WINDOWS
                || (seen.accelerator() instanceof Accelerator.Cuda cuda
                        && cuda.driver().isEmpty());
    }

    /** What files told, completed by a driver's version that is known from elsewhere. */
    public Detection withDriver(Detection seen, Version driver) {
        boolean wsl = seen.accelerator() instanceof Accelerator.Cuda cuda && cuda.wsl();
        return new Detection(
                new Accelerator.Cuda(Optional.of(driver), table.cudaOf(driver), List.of(), wsl), seen.evidence());
    }

    /** The version of NVIDIA's driver in what was found. */
    public Optional<Version> driver(Detection seen) {
        return seen.accelerator() instanceof Accelerator.Cuda cuda ? cuda.driver() : Optional.empty();
    }
}
