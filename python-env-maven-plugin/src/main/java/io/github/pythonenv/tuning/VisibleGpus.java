package io.github.pythonenv.tuning;

import java.util.List;

/**
 * Which GPUs a program sees. Sources: NVIDIA's CUDA programming guide, "CUDA Environment Variables"; ROCm's "GPU isolation
 * techniques"; oneAPI Level Zero, "Affinity Mask".
 */
record VisibleGpus(Surroundings surroundings, Settings settings) {

    private static final String CUDA = "CUDA_VISIBLE_DEVICES";

    void add(GpuSelection asked) {
        switch (asked.kind()) {
            case UNSET -> {
                // As the variables of the build say.
            }
            case ALL -> {
                if (!surroundings.set(CUDA).isEmpty()) {
                    settings.withhold(CUDA, "(unset)", "the user has set it to " + surroundings.set(CUDA));
                }
            }
            case NONE -> {
                // Not an empty text, which on Windows is the same as none at all; and there is no GPU -1.
                settings.variable(CUDA, "-1", "gpus none");
                settings.variable("HIP_VISIBLE_DEVICES", "-1", "gpus none");
            }
            case SOME -> some(asked.devices());
        }
    }

    private void some(List<String> devices) {
        String list = String.join(",", devices);
        Accelerator here = surroundings.detection().get().accelerator();
        if (here instanceof Accelerator.Rocm rocm) {
            show("HIP_VISIBLE_DEVICES", list, devices, rocm.devices());
        } else if (here instanceof Accelerator.Xpu xpu) {
            show("ZE_AFFINITY_MASK", list, devices, xpu.devices());
        } else {
            // What the numbers of the user's own list mean stays as it is, too.
            if (devices.stream().anyMatch(device -> device.matches("[0-9]+"))) {
                settings.variable("CUDA_DEVICE_ORDER", "PCI_BUS_ID", "gpus: numbers as nvidia-smi counts", CUDA);
            }
            show(CUDA, list, devices, here instanceof Accelerator.Cuda cuda ? cuda.devices() : List.of());
        }
    }

    private void show(String variable, String list, List<String> asked, List<GpuDevice> there) {
        settings.variable(variable, list, "gpus");
        if (surroundings.set(variable).isEmpty() && !there.isEmpty()) {
            among(asked, there);
        }
    }

    private void among(List<String> asked, List<GpuDevice> there) {
        for (String device : asked) {
            if (device.matches("[0-9]+") && Integer.parseInt(device) >= there.size()) {
                settings.contradiction(
                        "gpus names the GPU " + device + ", and there "
                                + (there.size() == 1 ? "is one here, 0" : "are " + there.size() + " here, from 0 on")
                                + ": programs see none from that one on.",
                        "Take numbers below " + there.size() + ".");
            }
        }
    }
}
