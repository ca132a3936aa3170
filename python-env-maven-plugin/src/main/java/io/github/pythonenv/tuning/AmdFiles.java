package io.github.pythonenv.tuning;

import io.github.pythonenv.tuning.Accelerator.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GPUs of AMD as files tell of them. Source: the kernel's {@code drivers/gpu/drm/amd/amdkfd/kfd_topology.c}, which writes
 * these files; ROCm's installation, which leaves its version in {@code /opt/rocm/.info/version}.
 */
record AmdFiles(MachineFiles files, List<String> evidence) {

    private static final String NODES = "/sys/class/kfd/kfd/topology/nodes";

    /** Heaps of a GPU's own memory: visible to the CPU, and not. Source: kfd_topology.h. */
    private static final Pattern OWN_MEMORY = Pattern.compile("heap_type [12]\\s");

    /** Nothing where the machine has no GPU of AMD that can compute. */
    Optional<Accelerator> find() {
        List<GpuDevice> devices = devices();
        if (devices.isEmpty()) {
            return withoutDriver();
        }
        evidence.add(devices.size() + (devices.size() == 1 ? " GPU: " : " GPUs: ") + NODES);
        if (!files.exists("/dev/kfd")) {
            return Optional.of(
                    files.container()
                            ? new Accelerator.None(
                                    Why.NOT_IN_CONTAINER,
                                    "The machine has an AMD GPU ("
                                            + devices.get(0).architecture()
                                            + "), and this container was not given /dev/kfd.",
                                    "Start the container with --device /dev/kfd --device /dev/dri --group-add video.")
                            : new Accelerator.None(
                                    Why.NO_ACCESS,
                                    "There is an AMD GPU (" + devices.get(0).architecture() + "), and no /dev/kfd.",
                                    "Load the kernel module amdgpu, and see what dmesg says of kfd."));
        }
        if (!files.usable("/dev/kfd")) {
            return Optional.of(new Accelerator.None(
                    Why.NO_ACCESS,
                    "There is an AMD GPU (" + devices.get(0).architecture() + "), and this user may not open /dev/kfd.",
                    "Add this user to the groups render and video, and log in again."));
        }
        return Optional.of(new Accelerator.Rocm(rocm(), devices));
    }

    private Optional<Version> rocm() {
        Optional<String> version = files.text("/opt/rocm/.info/version").filter(text -> text.matches("[0-9]+\\..*"));
        version.ifPresent(text -> evidence.add("ROCm " + text + ": /opt/rocm/.info/version"));
        return version.map(Version::of);
    }

    private Optional<Accelerator> withoutDriver() {
        List<PciDevice> cards = PciDevice.gpus(files, PciDevice.AMD);
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        PciDevice card = cards.get(0);
        evidence.add("AMD GPU at " + card.address() + ": /sys/bus/pci/devices");
        return Optional.of(
                card.driver().equals("amdgpu")
                        ? new Accelerator.None(
                                Why.NOT_SUPPORTED,
                                "The AMD GPU at " + card.address() + " is not offered for computing by its driver.",
                                "ROCm's list of supported GPUs says which ones are.")
                        : new Accelerator.None(
                                Why.NO_DRIVER,
                                "There is an AMD GPU at " + card.address() + " without the driver amdgpu.",
                                "Install amdgpu and ROCm's kernel driver."));
    }

    private List<GpuDevice> devices() {
        List<GpuDevice> devices = new ArrayList<>();
        List<String> nodes = new ArrayList<>(files.names(NODES));
        nodes.removeIf(name -> !name.matches("[0-9]+"));
        nodes.sort((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
        for (String node : nodes) {
            String properties = files.text(NODES + "/" + node + "/properties").orElse("");
            long version = number(properties, "gfx_target_version");
            if (version > 0) {
                devices.add(
                        new GpuDevice(name(node), "", address(properties), target(version), memory(node), List.of()));
            }
        }
        return devices;
    }

    /** Since Linux 5.17 all new GPUs are called {@code ip discovery} there, which is no name. */
    private String name(String node) {
        String name = files.text(NODES + "/" + node + "/name").orElse("");
        return name.equals("ip discovery") ? "" : name;
    }

    private static String address(String properties) {
        long location = number(properties, "location_id");
        return "%04x:%02x:%02x.%x"
                .formatted(number(properties, "domain"), location >> 8 & 0xff, location >> 3 & 0x1f, location & 0x7);
    }

    /** 90402 is gfx942, 90010 is gfx90a, 110001 is gfx1101: two decimal digits for each part, hexadecimal in the name. */
    static String target(long version) {
        return "gfx" + version / 10_000 + Long.toHexString(version / 100 % 100) + Long.toHexString(version % 100);
    }

    private long memory(String node) {
        String banks = NODES + "/" + node + "/mem_banks";
        long bytes = 0;
        for (String bank : files.names(banks)) {
            String properties = files.text(banks + "/" + bank + "/properties").orElse("");
            if (OWN_MEMORY.matcher(properties).find()) {
                bytes += number(properties, "size_in_bytes");
            }
        }
        return bytes;
    }

    private static long number(String properties, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + " ([0-9]{1,18})$").matcher(properties);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
