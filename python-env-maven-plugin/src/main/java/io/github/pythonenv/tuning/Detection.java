package io.github.pythonenv.tuning;

import java.util.List;

/**
 * What was found.
 *
 * @param accelerator what programs compute with
 * @param evidence where it was read, a phrase each
 */
public record Detection(Accelerator accelerator, List<String> evidence) {

    public Detection {
        evidence = List.copyOf(evidence);
    }

    /** The accelerator in a few words, such as {@code NVIDIA H100 80GB HBM3, driver 535.129.03, CUDA 12.2}. */
    public String summary() {
        if (accelerator instanceof Accelerator.Cuda cuda) {
            return devices(cuda.devices(), "NVIDIA GPU")
                    + cuda.driver().map(version -> ", driver " + version).orElse("")
                    + cuda.cuda().map(version -> ", CUDA " + version).orElse("")
                    + (cuda.wsl() ? ", WSL" : "");
        }
        if (accelerator instanceof Accelerator.Rocm rocm) {
            return devices(rocm.devices(), "AMD GPU")
                    + rocm.rocm().map(version -> ", ROCm " + version).orElse("");
        }
        if (accelerator instanceof Accelerator.Xpu xpu) {
            return devices(xpu.devices(), "Intel GPU");
        }
        return ((Accelerator.None) accelerator).explanation();
    }

    private static String devices(List<GpuDevice> devices, String unnamed) {
        if (devices.isEmpty()) {
            return unnamed;
        }
        GpuDevice first = devices.get(0);
        return (devices.size() > 1 ? devices.size() + " × " : "")
                + (first.name().isEmpty() ? unnamed : first.name())
                + (first.architecture().isEmpty() ? "" : " (" + first.architecture() + ")")
                + (first.slices().isEmpty() ? "" : " in " + first.slices().size() + " MIG instances");
    }
}
