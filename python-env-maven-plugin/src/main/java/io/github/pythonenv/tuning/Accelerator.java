package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Optional;

/** What a machine can compute with besides its CPU. */
public sealed interface Accelerator {

    /**
     * GPUs of NVIDIA that programs can use.
     *
     * @param driver the driver's version; empty where only the driver itself could tell, and it was not asked
     * @param cuda the newest CUDA that the driver has
     * @param devices the GPUs
     * @param wsl whether they are Windows', lent to this Linux
     */
    record Cuda(Optional<Version> driver, Optional<Version> cuda, List<GpuDevice> devices, boolean wsl)
            implements Accelerator {
        public Cuda {
            devices = List.copyOf(devices);
        }
    }

    /**
     * GPUs of AMD that programs can use.
     *
     * @param rocm the ROCm that is installed on the machine; wheels bring their own
     * @param devices the GPUs
     */
    record Rocm(Optional<Version> rocm, List<GpuDevice> devices) implements Accelerator {
        public Rocm {
            devices = List.copyOf(devices);
        }
    }

    /**
     * GPUs of Intel that PyTorch's XPU wheels are for.
     *
     * @param devices the GPUs
     */
    record Xpu(List<GpuDevice> devices) implements Accelerator {
        public Xpu {
            devices = List.copyOf(devices);
        }
    }

    /**
     * None that programs can use.
     *
     * @param why which of the cases it is
     * @param explanation a sentence for a person
     * @param hint what to do if there should be one
     */
    record None(Why why, String explanation, String hint) implements Accelerator {}

    /** Why there is none. */
    enum Why {
        /** The machine has none. */
        NO_DEVICE,
        /** There is one, and no driver of its maker. */
        NO_DRIVER,
        /** There is one, and this container was not given its device files. */
        NOT_IN_CONTAINER,
        /** There is one with its driver, and its device files are missing, or not this user's to open. */
        NO_ACCESS,
        /** There is one that no wheels are made for. */
        NOT_SUPPORTED
    }
}
