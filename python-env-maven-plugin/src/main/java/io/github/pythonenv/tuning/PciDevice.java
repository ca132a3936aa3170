package io.github.pythonenv.tuning;

import java.util.ArrayList;
import java.util.List;

/**
 * A device on the PCI bus. Source: sysfs-bus-pci of the kernel's documentation.
 *
 * @param address such as {@code 0000:62:00.0}
 * @param deviceClass the first two bytes of its class: 0x0300 a display, 0x0302 a 3D controller, 0x1200 an accelerator
 * @param vendor 0x10de NVIDIA, 0x1002 AMD, 0x8086 Intel
 * @param device the vendor's number of the model
 * @param driver the driver that it is bound to; empty where none is
 */
record PciDevice(String address, int deviceClass, int vendor, int device, String driver) {

    static final int NVIDIA = 0x10de;
    static final int AMD = 0x1002;
    static final int INTEL = 0x8086;

    private static final String FOLDER = "/sys/bus/pci/devices/";

    /** The GPUs of one vendor. */
    static List<PciDevice> gpus(MachineFiles files, int vendor) {
        List<PciDevice> found = new ArrayList<>();
        for (String address : files.names(FOLDER)) {
            String folder = FOLDER + address;
            if (hex(files, folder + "/vendor") == vendor) {
                int deviceClass = hex(files, folder + "/class") >> 8;
                if (deviceClass >> 8 == 0x03 || deviceClass == 0x1200) {
                    found.add(new PciDevice(
                            address,
                            deviceClass,
                            vendor,
                            hex(files, folder + "/device"),
                            files.linkedName(folder + "/driver").orElse("")));
                }
            }
        }
        return found;
    }

    private static int hex(MachineFiles files, String path) {
        try {
            return Integer.decode(files.text(path).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
