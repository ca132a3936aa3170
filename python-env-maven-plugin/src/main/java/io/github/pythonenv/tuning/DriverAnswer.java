package io.github.pythonenv.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What NVIDIA's driver says of itself.
 *
 * @param driver its version
 * @param cuda the newest CUDA that it has
 * @param devices the GPUs, in its order
 * @param from who asked it
 */
record DriverAnswer(Optional<Version> driver, Optional<Version> cuda, List<GpuDevice> devices, String from) {

    private static final String QUERY = "driver_version,name,uuid,pci.bus_id,compute_cap,memory.total";

    /** By way of the driver's libraries (CUDA Driver API, NVML), which an interpreter loads with ctypes. */
    static Optional<DriverAnswer> fromLibrary(Programs programs, String python) {
        return programs.run(List.of(python, "-I", "-c", script("nvidia_driver.py")))
                .map(DriverAnswer::read)
                .filter(answer -> !answer.devices.isEmpty());
    }

    /** By way of the program that comes with the driver. Source: {@code nvidia-smi --help-query-gpu}. */
    static Optional<DriverAnswer> fromNvidiaSmi(Programs programs, boolean wsl) {
        List<String> options = List.of("--query-gpu=" + QUERY, "--format=csv,noheader,nounits");
        for (String program : wsl ? List.of("nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi") : List.of("nvidia-smi")) {
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(options);
            Optional<List<String>> lines = programs.run(command);
            if (lines.isPresent()) {
                return smi(lines.get());
            }
        }
        return Optional.empty();
    }

    private static DriverAnswer read(List<String> lines) {
        Optional<Version> driver = Optional.empty();
        Optional<Version> cuda = Optional.empty();
        List<GpuDevice> devices = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split("\t", -1);
            if (words[0].equals("driver") && words.length == 2) {
                driver = version(words[1]);
            } else if (words[0].equals("cuda") && words.length == 2) {
                cuda = version(words[1]);
            } else if (words[0].equals("gpu") && words.length == 7) {
                devices.add(new GpuDevice(
                        words[1],
                        words[2],
                        words[3],
                        words[4].matches("[0-9]+\\.[0-9]+") ? words[4] : "",
                        Long.parseLong(words[5]),
                        words[6].isEmpty() ? List.of() : List.of(words[6].split(" "))));
            }
        }
        return new DriverAnswer(driver, cuda, devices, "the driver's library");
    }

    private static Optional<DriverAnswer> smi(List<String> lines) {
        Optional<Version> driver = Optional.empty();
        List<GpuDevice> devices = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(",\\s*", -1);
            if (words.length == 6) {
                driver = version(words[0]);
                String mebibytes = words[5].matches("[0-9]{1,9}") ? words[5] : "0";
                devices.add(new GpuDevice(
                        words[1],
                        words[2],
                        // It has eight digits for the domain, where files have four.
                        words[3].replaceFirst("^0000(?=[0-9A-Fa-f]{4}:)", "").toLowerCase(java.util.Locale.ROOT),
                        words[4].matches("[0-9]+\\.[0-9]+") ? words[4] : "",
                        Long.parseLong(mebibytes) << 20,
                        List.of()));
            }
        }
        return devices.isEmpty()
                ? Optional.empty()
                : Optional.of(new DriverAnswer(driver, Optional.empty(), devices, "nvidia-smi"));
    }

    private static Optional<Version> version(String text) {
        return text.matches("[0-9].*") ? Optional.of(Version.of(text)) : Optional.empty();
    }

    /** What files told, completed by this. */
    Detection completing(Detection seen, TorchIndexTable table, boolean wsl) {
        List<String> evidence = new ArrayList<>(seen.evidence());
        evidence.add(devices.size() + (devices.size() == 1 ? " GPU" : " GPUs") + ": " + from);
        Optional<Accelerator.Cuda> files = seen.accelerator() instanceof Accelerator.Cuda cuda
                ? Optional.of(cuda)
                : Optional.<Accelerator.Cuda>empty();
        Optional<Version> known = files.flatMap(Accelerator.Cuda::driver).or(() -> driver);
        return new Detection(
                new Accelerator.Cuda(
                        known,
                        cuda.or(() -> known.flatMap(table::cudaOf)),
                        merged(files.map(Accelerator.Cuda::devices).orElse(List.of())),
                        wsl),
                evidence);
    }

    /** Files tell of MIG instances that this user's libraries may not see, and the driver of all else. */
    private List<GpuDevice> merged(List<GpuDevice> inFiles) {
        List<GpuDevice> merged = new ArrayList<>();
        for (GpuDevice device : devices) {
            List<String> slices = inFiles.stream()
                    .filter(known ->
                            device.slices().isEmpty() && known.address().equals(device.address()))
                    .findFirst()
                    .map(GpuDevice::slices)
                    .orElse(device.slices());
            merged.add(new GpuDevice(
                    device.name(), device.id(), device.address(), device.architecture(), device.memoryBytes(), slices));
        }
        return merged;
    }

    static String script(String name) {
        try (InputStream in = DriverAnswer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the plugin's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
