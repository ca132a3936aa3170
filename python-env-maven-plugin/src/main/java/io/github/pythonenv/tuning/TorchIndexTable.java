package io.github.pythonenv.tuning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * PyTorch's indexes, what each needs, and which packages they are for: {@code torch-indexes.json}, which names its sources
 * and its day.
 *
 * @param base what the addresses of all indexes begin with
 * @param cuda the indexes for CUDA, the newest first
 * @param rocm the indexes for ROCm, the newest first
 * @param branches the newest CUDA of each branch of NVIDIA's driver, by its first number
 * @param xpuDevices the numbers of Intel's GPUs that wheels are made for: ranges
 * @param packages the names of the packages that come from these indexes
 */
public record TorchIndexTable(
        String base,
        List<Cuda> cuda,
        List<Rocm> rocm,
        Map<Integer, Version> branches,
        List<Range> xpuDevices,
        List<String> packages) {

    /**
     * An index for CUDA.
     *
     * @param name such as {@code cu126}
     * @param version such as {@code 12.6}
     * @param linuxDriver the oldest driver that runs it
     * @param windowsDriver the same on Windows
     */
    public record Cuda(String name, Version version, Version linuxDriver, Version windowsDriver) {
        /** The oldest driver that runs it. */
        public Version driver(boolean windows) {
            return windows ? windowsDriver : linuxDriver;
        }
    }

    /**
     * An index for ROCm.
     *
     * @param name such as {@code rocm6.4}
     * @param targets the GPUs that its wheels have code for, such as {@code gfx942}
     */
    public record Rocm(String name, List<String> targets) {}

    record Range(int first, int last) {}

    public TorchIndexTable {
        cuda = List.copyOf(cuda);
        rocm = List.copyOf(rocm);
        branches = Collections.unmodifiableMap(new TreeMap<>(branches));
        xpuDevices = List.copyOf(xpuDevices);
        packages = List.copyOf(packages);
    }

    private static final class Loaded {
        static final TorchIndexTable TABLE = read();
    }

    /** The table that the plugin has. */
    public static TorchIndexTable builtIn() {
        return Loaded.TABLE;
    }

    private static TorchIndexTable read() {
        JsonObject json = JsonObject.resource("torch-indexes.json");
        List<Cuda> cuda = new ArrayList<>();
        for (JsonObject one : json.objects("cuda")) {
            cuda.add(new Cuda(
                    one.text("name"),
                    Version.of(one.text("cuda")),
                    Version.of(one.text("linuxDriver")),
                    Version.of(one.text("windowsDriver"))));
        }
        List<Rocm> rocm = new ArrayList<>();
        for (JsonObject one : json.objects("rocm")) {
            rocm.add(new Rocm(one.text("name"), one.texts("targets")));
        }
        Map<Integer, Version> branches = new TreeMap<>();
        json.object("branches")
                .values()
                .forEach((branch, version) ->
                        branches.put(Integer.valueOf(branch), Version.of(String.valueOf(version))));
        List<Range> devices = new ArrayList<>();
        for (String range : json.texts("xpuDevices")) {
            devices.add(
                    new Range(Integer.parseInt(range.substring(0, 4), 16), Integer.parseInt(range.substring(5), 16)));
        }
        return new TorchIndexTable(json.text("base"), cuda, rocm, branches, devices, json.texts("packages"));
    }

    /** The newest CUDA that a driver has; nothing for one older than all that are known. */
    Optional<Version> cudaOf(Version driver) {
        Version found = null;
        for (Map.Entry<Integer, Version> branch : branches.entrySet()) {
            if (branch.getKey() <= driver.number(0)) {
                found = branch.getValue();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The driver that runs the newest index. */
    Version newestDriver(boolean windows) {
        return cuda.get(0).driver(windows);
    }

    /** Whether wheels are made for a GPU of Intel. */
    boolean runsXpu(int device) {
        return xpuDevices.stream().anyMatch(range -> range.first <= device && device <= range.last);
    }
}
