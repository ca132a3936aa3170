package io.github.pythonenv.tuning;

import io.github.pythonenv.tuning.Accelerator.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GPUs of Intel as files tell of them. Not each one counts: most displays of Intel's CPUs are none that wheels run on. */
record IntelFiles(MachineFiles files, TorchIndexTable table, List<String> evidence) {

    /** Nothing where the machine has no GPU of Intel. */
    Optional<Accelerator> find() {
        List<PciDevice> cards = PciDevice.gpus(files, PciDevice.INTEL);
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        List<GpuDevice> devices = new ArrayList<>();
        for (PciDevice card : cards) {
            if (table.runsXpu(card.device())) {
                devices.add(new GpuDevice(
                        "Intel GPU 8086:%04x".formatted(card.device()), "", card.address(), "", 0, List.of()));
            }
        }
        evidence.add("Intel GPU at " + cards.get(0).address() + ": /sys/bus/pci/devices");
        if (devices.isEmpty()) {
            return Optional.of(new Accelerator.None(
                    Why.NOT_SUPPORTED,
                    "The Intel GPU 8086:%04x is none that PyTorch's XPU wheels are made for."
                            .formatted(cards.get(0).device()),
                    "Compute on the CPU; PyTorch's documentation, \"Getting Started on Intel GPU\", has the list."));
        }
        if (renderNodes().isEmpty()) {
            return Optional.of(new Accelerator.None(
                    files.container() ? Why.NOT_IN_CONTAINER : Why.NO_ACCESS,
                    "The machine has an Intel GPU, and there is no /dev/dri/renderD…"
                            + (files.container() ? " in this container." : "."),
                    files.container()
                            ? "Start the container with --device /dev/dri."
                            : "Load the kernel module xe or i915."));
        }
        return Optional.of(new Accelerator.Xpu(devices));
    }

    private List<String> renderNodes() {
        return files.names("/dev/dri").stream()
                .filter(name -> name.startsWith("renderD"))
                .toList();
    }
}
