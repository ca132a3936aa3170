package io.github.pythonenv.tuning;

import io.github.pythonenv.tuning.Accelerator.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GPUs of NVIDIA as files tell of them. Source: NVIDIA's driver documentation, "Using the /proc File System Interface";
 * its MIG User Guide, "Device Nodes and Capabilities"; "CUDA on WSL User Guide".
 */
record NvidiaFiles(MachineFiles files, TorchIndexTable table, List<String> evidence) {

    private static final String MODULE = "/sys/module/nvidia/version";
    private static final String DRIVER = "/proc/driver/nvidia/version";
    private static final String GPUS = "/proc/driver/nvidia/gpus";

    /** {@code NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.129.03  Thu Oct 19 …}; the open one names itself. */
    private static final Pattern NVRM = Pattern.compile("NVRM version:.*?\\s(?<version>[0-9]{3,4}\\.[0-9.]+)\\s");

    /** Nothing where the machine has no GPU of NVIDIA. */
    Optional<Accelerator> find() {
        Optional<Version> driver = driver();
        if (driver.isEmpty()) {
            return files.wsl() && files.exists("/dev/dxg") && files.exists("/usr/lib/wsl/lib/libcuda.so.1")
                    ? Optional.of(lentByWindows())
                    : withoutDriver();
        }
        List<GpuDevice> devices = devices();
        if (devices.isEmpty() && PciDevice.gpus(files, PciDevice.NVIDIA).isEmpty() && !files.exists("/dev/nvidiactl")) {
            // The driver is installed, and the card is not: a machine image made for another one.
            return Optional.empty();
        }
        return Optional.of(
                files.exists("/dev/nvidiactl") ? usable(driver.get(), devices) : withoutDeviceFiles(driver.get()));
    }

    private Optional<Version> driver() {
        Optional<String> module = files.text(MODULE).filter(text -> text.matches("[0-9]+\\.[0-9.]+"));
        if (module.isPresent()) {
            evidence.add("driver " + module.get() + ": " + MODULE);
            return module.map(Version::of);
        }
        Matcher matcher =
                NVRM.matcher(files.text(DRIVER).map(text -> text + "\n").orElse(""));
        if (matcher.find()) {
            evidence.add("driver " + matcher.group("version") + ": " + DRIVER);
            return Optional.of(Version.of(matcher.group("version")));
        }
        return Optional.empty();
    }

    private Accelerator lentByWindows() {
        evidence.add("WSL with Windows' NVIDIA driver: /dev/dxg, /usr/lib/wsl/lib/libcuda.so.1");
        return new Accelerator.Cuda(Optional.empty(), Optional.empty(), List.of(), true);
    }

    private Accelerator usable(Version driver, List<GpuDevice> devices) {
        if (!files.usable("/dev/nvidiactl")) {
            return new Accelerator.None(
                    Why.NO_ACCESS,
                    "There is an NVIDIA GPU with driver " + driver + ", and this user may not open /dev/nvidiactl.",
                    "Add this user to the group that /dev/nvidiactl belongs to (often video).");
        }
        return new Accelerator.Cuda(Optional.of(driver), table.cudaOf(driver), devices, false);
    }

    private Accelerator withoutDeviceFiles(Version driver) {
        if (files.container()) {
            return new Accelerator.None(
                    Why.NOT_IN_CONTAINER,
                    "The machine has an NVIDIA GPU with driver " + driver
                            + ", and this container was not given its device files.",
                    "Start the container with them: docker run --gpus all (NVIDIA Container Toolkit), podman run"
                            + " --device nvidia.com/gpu=all, or a Kubernetes limit nvidia.com/gpu.");
        }
        return new Accelerator.None(
                Why.NO_ACCESS,
                "There is an NVIDIA GPU with driver " + driver + ", and no /dev/nvidiactl.",
                "Run nvidia-modprobe -c 0 -u, or nvidia-smi once as root: they make the device files.");
    }

    private Optional<Accelerator> withoutDriver() {
        List<PciDevice> cards = PciDevice.gpus(files, PciDevice.NVIDIA);
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        PciDevice card = cards.get(0);
        evidence.add("NVIDIA GPU at " + card.address() + ": /sys/bus/pci/devices");
        if (card.driver().equals("vfio-pci")) {
            return Optional.of(new Accelerator.None(
                    Why.NO_DRIVER,
                    "The NVIDIA GPU at " + card.address() + " is kept for virtual machines (vfio-pci).",
                    "Use it in the virtual machine that it is given to, or bind it to NVIDIA's driver."));
        }
        return Optional.of(new Accelerator.None(
                Why.NO_DRIVER,
                "There is an NVIDIA GPU at " + card.address() + " without NVIDIA's driver"
                        + (card.driver().isEmpty() ? "." : " (" + card.driver() + " drives it)."),
                "Install NVIDIA's driver, " + table.newestDriver(false) + " or newer for all versions of CUDA."));
    }

    private List<GpuDevice> devices() {
        List<GpuDevice> devices = new ArrayList<>();
        for (String address : files.names(GPUS)) {
            String information =
                    files.text(GPUS + "/" + address + "/information").orElse("");
            if (field(information, "GPU Excluded").equals("Yes")) {
                evidence.add("GPU at " + address + " is excluded by the driver's configuration");
                continue;
            }
            String minor = field(information, "Device Minor");
            devices.add(new GpuDevice(
                    field(information, "Model"),
                    field(information, "GPU UUID"),
                    address,
                    "",
                    0,
                    slices(minor.isEmpty() ? String.valueOf(devices.size()) : minor)));
        }
        if (!devices.isEmpty()) {
            evidence.add(devices.size() + (devices.size() == 1 ? " GPU: " : " GPUs: ") + GPUS);
        }
        return devices;
    }

    private List<String> slices(String minor) {
        String mig = "/proc/driver/nvidia/capabilities/gpu" + minor + "/mig";
        List<String> slices = new ArrayList<>();
        for (String instance : files.names(mig)) {
            if (instance.startsWith("gi")) {
                for (String compute : files.names(mig + "/" + instance)) {
                    if (compute.startsWith("ci")) {
                        slices.add(instance + "/" + compute);
                    }
                }
            }
        }
        return slices;
    }

    private static String field(String information, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + ":[ \\t]*(?<value>.*?)[ \\t]*$")
                .matcher(information);
        return matcher.find() ? matcher.group("value") : "";
    }
}
