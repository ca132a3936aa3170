package io.github.pythonenv.tuning;

import java.util.List;

/**
 * A GPU. What nobody told is empty, or 0.
 *
 * @param name as its maker calls it
 * @param id by which it can be chosen ({@code GPU-…} with NVIDIA)
 * @param address on the PCI bus, such as {@code 0000:62:00.0}
 * @param architecture CUDA's compute capability ({@code 9.0}), or ROCm's target ({@code gfx942})
 * @param memoryBytes its memory
 * @param slices the MIG instances it is divided into: their ids ({@code MIG-…}), or {@code gi1/ci0} where only files tell
 */
public record GpuDevice(
        String name, String id, String address, String architecture, long memoryBytes, List<String> slices) {

    public GpuDevice {
        slices = List.copyOf(slices);
    }
}
