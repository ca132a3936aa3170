package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Memory and arithmetic of GPUs, in each library's own way. Sources: torch's documentation, "CUDA semantics" and "CUDA
 * environment variables"; TensorFlow's "Use a GPU"; JAX's "GPU memory allocation"; NVIDIA's "cuBLAS", NVIDIA_TF32_OVERRIDE.
 */
record GpuTuning(Surroundings surroundings, Settings settings) {

    /** JAX does not start where both are set. */
    private static final String JAX_FRACTION = "XLA_CLIENT_MEM_FRACTION";

    private static final String OLD_JAX_FRACTION = "XLA_PYTHON_CLIENT_MEM_FRACTION";
    private static final Version NEW_JAX_NAME = Version.of("0.4.34");
    private static final Version AMPERE = Version.of("8.0");

    void add(GpuSettings asked) {
        if (asked.any()) {
            torch(asked);
            jax(asked);
            tensorflow(asked);
            tf32(asked);
        }
    }

    private void torch(GpuSettings asked) {
        surroundings.version("torch").ifPresent(torch -> {
            asked.memoryFraction()
                    .ifPresent(fraction -> settings.startup(
                            Setting.Action.TORCH_MEMORY_FRACTION, number(fraction), "cuda.memory_fraction"));
            allocator(asked, torch);
        });
    }

    private void allocator(GpuSettings asked, Version torch) {
        Map<String, String> options = new TreeMap<>();
        asked.allocator().forEach((key, value) -> options.put(key, TorchAllocator.spelled(value)));
        boolean async = "cudaMallocAsync".equals(options.get("backend"));
        if (asked.allowGrowth().orElse(false)
                && !async
                && !surroundings.platform().windows()) {
            // torch takes memory as it needs it anyway; this keeps what it took usable for what comes later.
            options.putIfAbsent("expandable_segments", "True");
        }
        if (async && "True".equals(options.get("expandable_segments"))) {
            settings.contradiction(
                    "cuda.allocator has backend cudaMallocAsync and expandable_segments: the second has no effect.",
                    "Leave one of them away.");
        }
        options.entrySet().removeIf(option -> {
            boolean unknown = !TorchAllocator.knows(torch, option.getKey());
            if (unknown) {
                settings.withhold(
                        option.getKey(),
                        option.getValue(),
                        "torch " + torch + " does not know it (" + TorchAllocator.since(option.getKey()) + " does)");
            }
            return unknown;
        });
        if (!options.isEmpty()) {
            settings.variable(
                    TorchAllocator.variable(torch),
                    options.entrySet().stream()
                            .map(option -> option.getKey() + ":" + option.getValue())
                            .collect(Collectors.joining(",")),
                    "cuda.allocator and cuda.allow_growth, by the name that torch " + torch + " reads",
                    TorchAllocator.OLD_VARIABLE,
                    TorchAllocator.NEW_VARIABLE);
        }
    }

    private void jax(GpuSettings asked) {
        surroundings.version("jaxlib").ifPresent(jaxlib -> {
            asked.memoryFraction()
                    .ifPresent(fraction -> settings.variable(
                            jaxlib.atLeast(NEW_JAX_NAME) ? JAX_FRACTION : OLD_JAX_FRACTION,
                            number(fraction),
                            "cuda.memory_fraction",
                            JAX_FRACTION,
                            OLD_JAX_FRACTION));
            asked.allowGrowth()
                    .ifPresent(grows -> settings.variable(
                            "XLA_PYTHON_CLIENT_PREALLOCATE", grows ? "false" : "true", "cuda.allow_growth"));
        });
    }

    private void tensorflow(GpuSettings asked) {
        if (surroundings.version("tensorflow").isEmpty()) {
            return;
        }
        boolean grows = asked.allowGrowth().orElse(false);
        asked.allowGrowth()
                .ifPresent(growth ->
                        settings.variable("TF_FORCE_GPU_ALLOW_GROWTH", growth ? "true" : "false", "cuda.allow_growth"));
        if (asked.memoryFraction().isEmpty()) {
            return;
        }
        double fraction = asked.memoryFraction().getAsDouble();
        long memory = smallestMemory();
        if (grows) {
            settings.withhold(
                    "tensorflow memory limit", number(fraction), "it cannot be had together with cuda.allow_growth");
        } else if (memory == 0) {
            settings.withhold(
                    "tensorflow memory limit", number(fraction), "it is set in bytes, and no GPU says how many it has");
        } else {
            settings.startup(
                    Setting.Action.TENSORFLOW_MEMORY_LIMIT,
                    String.valueOf((long) (memory * fraction) >> 20),
                    "cuda.memory_fraction of " + (memory >> 20) + " MiB");
        }
    }

    private long smallestMemory() {
        Accelerator here = surroundings.detection().get().accelerator();
        List<GpuDevice> devices = here instanceof Accelerator.Cuda cuda
                ? cuda.devices()
                : here instanceof Accelerator.Rocm rocm ? rocm.devices() : List.of();
        return devices.stream().mapToLong(GpuDevice::memoryBytes).min().orElse(0);
    }

    /** torch alone does without unless told; the others use it, and cuBLAS and cuDNN can be told not to. */
    private void tf32(GpuSettings asked) {
        if (asked.tf32().isEmpty()) {
            return;
        }
        if (!asked.tf32().get()) {
            settings.variable("NVIDIA_TF32_OVERRIDE", "0", "cuda.tf32");
        } else if (surroundings.detection().get().accelerator() instanceof Accelerator.Cuda cuda
                && cuda.devices().stream()
                        .anyMatch(device -> !device.architecture().isEmpty()
                                && !Version.of(device.architecture()).atLeast(AMPERE))) {
            settings.withhold("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", "1", "a GPU here has no tensor cores for TF32");
        } else if (surroundings.version("torch").isPresent()) {
            settings.variable("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", "1", "cuda.tf32; other libraries use TF32 unasked");
        }
    }

    private static String number(double fraction) {
        return String.format(Locale.ROOT, "%s", fraction);
    }
}
