package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides which wheels fit. What is named exactly needs no GPU here, so that an image for another machine can be built;
 * but a driver that is here and too old is a mistake that is better told now.
 *
 * @param table PyTorch's indexes and what they need
 * @param named indexes that the user gave an address for, by name
 * @param os the system
 */
public record WheelChoice(TorchIndexTable table, Set<String> named, OperatingSystem os) {

    /** uv takes this as the version of the driver, and chooses among all indexes that run on it. */
    private static final String DRIVER = "UV_CUDA_DRIVER_VERSION";

    private static final String TARGET = "UV_AMD_GPU_ARCHITECTURE";

    /**
     * Decides.
     *
     * @param request what is asked; not {@link AcceleratorRequest.Kind#UNSET}
     * @param here what this machine has; asked only where the answer depends on it
     * @throws UserFailure where that is not to be had, or does not run here
     */
    public Wheels choose(AcceleratorRequest request, Supplier<Detection> here) {
        return switch (request.kind()) {
            case UNSET -> throw new IllegalArgumentException("Nobody asked for an accelerator");
            case CPU -> exactly("cpu", "accelerator cpu was asked for");
            case AUTO -> fitting(here.get());
            case CUDA -> cuda(request, here.get());
            case ROCM -> rocm(request, here.get());
            case XPU -> {
                refuseOnMac(request);
                yield exactly("xpu", "accelerator xpu was asked for");
            }
        };
    }

    private Wheels fitting(Detection here) {
        if (here.accelerator() instanceof Accelerator.Cuda cuda && cuda.driver().isPresent()) {
            List<TorchIndexTable.Cuda> running = running(cuda.driver().get());
            return running.isEmpty()
                    ? cpu(
                            here,
                            "NVIDIA's driver " + cuda.driver().get() + " is too old for all of PyTorch's CUDA versions,"
                                    + " so the CPU computes. Driver " + oldest().driver(windows())
                                    + " or newer runs CUDA " + oldest().version() + ", and "
                                    + table.newestDriver(windows()) + " or newer all of them.")
                    : byDriver(running, here);
        }
        if (here.accelerator() instanceof Accelerator.Cuda) {
            return cpu(here, "The version of Windows' NVIDIA driver could not be found out, so the CPU computes.");
        }
        if (here.accelerator() instanceof Accelerator.Rocm rocm) {
            return byTarget(rocm)
                    .orElseGet(() ->
                            cpu(here, "PyTorch has no wheels for the GPU " + targets(rocm) + ", so the CPU computes."));
        }
        if (here.accelerator() instanceof Accelerator.Xpu) {
            return exactly("xpu", "this machine has " + here.summary());
        }
        Accelerator.None none = (Accelerator.None) here.accelerator();
        boolean surprising = none.why() != Accelerator.Why.NO_DEVICE && none.why() != Accelerator.Why.NOT_SUPPORTED;
        return new Wheels(
                List.of("cpu"),
                "cpu",
                Map.of(),
                none.explanation(),
                surprising
                        ? Optional.of(none.explanation() + " Wheels for the CPU are taken. " + none.hint())
                        : Optional.empty());
    }

    private Wheels cuda(AcceleratorRequest request, Detection here) {
        refuseOnMac(request);
        Optional<Version> driver =
                here.accelerator() instanceof Accelerator.Cuda cuda ? cuda.driver() : Optional.<Version>empty();
        if (!request.version().isEmpty()) {
            String name = "cu" + request.version().replace(".", "");
            Optional<TorchIndexTable.Cuda> known = table.cuda().stream()
                    .filter(index -> index.name().equals(name))
                    .findFirst();
            if (known.isEmpty() && !named.contains(name)) {
                throw unknown(
                        request,
                        table.cuda().stream()
                                .map(index -> "cuda-" + index.version())
                                .collect(Collectors.joining(", ")));
            }
            known.ifPresent(index -> driver.ifPresent(version -> require(index, version)));
            return exactly(name, "accelerator " + request + " was asked for");
        }
        if (driver.isEmpty()) {
            throw notHere(
                    request,
                    here,
                    "Or name the version, which needs no GPU here: cuda-"
                            + table.cuda().get(1).version() + ".");
        }
        List<TorchIndexTable.Cuda> running = running(driver.get());
        if (running.isEmpty()) {
            require(oldest(), driver.get());
        }
        return byDriver(running, here);
    }

    private void require(TorchIndexTable.Cuda index, Version driver) {
        if (!driver.atLeast(index.driver(windows()))) {
            throw new UserFailure(
                    "NVIDIA's driver " + driver + " is too old for CUDA " + index.version() + ": it needs "
                            + index.driver(windows()) + " or newer.",
                    "Update the driver, or ask for what it runs: accelerator "
                            + running(driver).stream()
                                    .findFirst()
                                    .map(fitting -> "cuda-" + fitting.version() + ", or ")
                                    .orElse("")
                            + "cpu.");
        }
    }

    private Wheels rocm(AcceleratorRequest request, Detection here) {
        refuseOnMac(request);
        if (windows()) {
            throw new UserFailure(
                    "PyTorch's ROCm wheels are made for Linux only.", "Set accelerator to cpu, or build on Linux.");
        }
        if (!request.version().isEmpty()) {
            String name = "rocm" + request.version();
            if (table.rocm().stream().noneMatch(index -> index.name().equals(name)) && !named.contains(name)) {
                throw unknown(
                        request,
                        table.rocm().stream()
                                .map(index -> index.name().replace("rocm", "rocm-"))
                                .collect(Collectors.joining(", ")));
            }
            return exactly(name, "accelerator " + request + " was asked for");
        }
        if (!(here.accelerator() instanceof Accelerator.Rocm rocm)) {
            throw notHere(
                    request,
                    here,
                    "Or name the version, which needs no GPU here: rocm-"
                            + table.rocm().get(0).name().substring("rocm".length()) + ".");
        }
        return byTarget(rocm)
                .orElseThrow(() -> new UserFailure(
                        "PyTorch has no wheels for the GPU " + targets(rocm) + ".",
                        "Set accelerator to cpu; PyTorch's ROCm wheels are made for "
                                + String.join(", ", table.rocm().get(0).targets()) + "."));
    }

    private Wheels byDriver(List<TorchIndexTable.Cuda> running, Detection here) {
        List<String> names =
                new ArrayList<>(running.stream().map(TorchIndexTable.Cuda::name).toList());
        names.add("cpu");
        // The oldest driver that runs the same ones, so that an update of the driver alone changes nothing.
        Version driver = running.get(0).driver(windows());
        return new Wheels(
                names, "auto", Map.of(DRIVER, driver.text()), "this machine has " + here.summary(), Optional.empty());
    }

    private Optional<Wheels> byTarget(Accelerator.Rocm rocm) {
        for (GpuDevice device : rocm.devices()) {
            List<String> names = new ArrayList<>(table.rocm().stream()
                    .filter(index -> index.targets().contains(device.architecture()))
                    .map(TorchIndexTable.Rocm::name)
                    .toList());
            if (!names.isEmpty()) {
                names.add("cpu");
                return Optional.of(new Wheels(
                        names,
                        "auto",
                        Map.of(TARGET, device.architecture()),
                        "this machine has an AMD GPU, " + device.architecture(),
                        Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private List<TorchIndexTable.Cuda> running(Version driver) {
        return table.cuda().stream()
                .filter(index -> driver.atLeast(index.driver(windows())))
                .toList();
    }

    private TorchIndexTable.Cuda oldest() {
        return table.cuda().get(table.cuda().size() - 1);
    }

    private static Wheels exactly(String name, String reason) {
        return new Wheels(List.of(name), name, Map.of(), reason, Optional.empty());
    }

    private static Wheels cpu(Detection here, String warning) {
        return new Wheels(List.of("cpu"), "cpu", Map.of(), "this machine has " + here.summary(), Optional.of(warning));
    }

    private static String targets(Accelerator.Rocm rocm) {
        return rocm.devices().stream().map(GpuDevice::architecture).collect(Collectors.joining(", "));
    }

    private boolean windows() {
        return os == OperatingSystem.WINDOWS;
    }

    private void refuseOnMac(AcceleratorRequest request) {
        if (os == OperatingSystem.MACOS) {
            throw new UserFailure(
                    "Accelerator " + request + " is not to be had on macOS: there are no such wheels.",
                    "Set accelerator to cpu: those wheels use Apple's GPUs (MPS) by themselves.");
        }
    }

    private static UserFailure unknown(AcceleratorRequest request, String known) {
        return new UserFailure(
                "PyTorch has no index for " + request + ", as far as this plugin knows.",
                "Take one of " + known + ", or give the index's address in torchIndexes.");
    }

    private static UserFailure notHere(AcceleratorRequest request, Detection here, String otherwise) {
        String hint = here.accelerator() instanceof Accelerator.None none ? none.hint() + " " : "";
        return new UserFailure(
                "Accelerator " + request + " was asked for, and which version fits cannot be told here: "
                        + here.summary(),
                hint + otherwise);
    }
}
