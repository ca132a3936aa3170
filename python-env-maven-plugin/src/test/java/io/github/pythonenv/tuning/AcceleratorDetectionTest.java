package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.tuning.Accelerator.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found on machines whose files were recorded. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a PCI address cannot be the name of a file there")
class AcceleratorDetectionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "geforce-550 | NVIDIA GeForce RTX 4090, driver 550.144.03, CUDA 12.4",
                "h100-535 | 2 × NVIDIA H100 80GB HBM3, driver 535.129.03, CUDA 12.2",
                "h200-mig | NVIDIA H200 in 4 MIG instances, driver 580.95.05, CUDA 13.0",
                "grace-open-proc-only | NVIDIA GH200 480GB, driver 595.58.03, CUDA 13.2",
                "kepler-470 | Tesla K80, driver 470.256.02, CUDA 11.4",
                "fermi-390 | GeForce GTX 580, driver 390.157",
                "wsl | NVIDIA GPU, WSL",
                "mi210-rocm-6.4 | 2 × aldebaran (gfx90a), ROCm 6.4.1-83",
                "radeon-7900 | 2 × AMD GPU (gfx1100)",
                "arc-a770 | Intel GPU 8086:56a0",
            })
    void anAccelerator(String machine, String summary) {
        assertThat(detection(machine).fromFiles().summary()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource({
        "no-gpu, NO_DEVICE, There is no GPU here.",
        "driver-without-card, NO_DEVICE, There is no GPU here.",
        "wsl-without-gpu, NO_DEVICE, There is no GPU here.",
        "container-without-devices, NOT_IN_CONTAINER, this container was not given its device files",
        "mi300x-container, NOT_IN_CONTAINER, this container was not given /dev/kfd",
        "device-files-missing, NO_ACCESS, no /dev/nvidiactl",
        "nouveau, NO_DRIVER, without NVIDIA's driver (nouveau drives it)",
        "vfio, NO_DRIVER, kept for virtual machines",
        "intel-uhd, NOT_SUPPORTED, none that PyTorch's XPU wheels are made for",
    })
    void none(String machine, Why why, String explanation) {
        Accelerator found = detection(machine).fromFiles().accelerator();

        assertThat(found).isInstanceOfSatisfying(Accelerator.None.class, none -> {
            assertThat(none.why()).isEqualTo(why);
            assertThat(none.explanation()).contains(explanation);
            assertThat(none.hint()).isNotBlank();
        });
    }

    @Test
    void whatNvidiasFilesTell() {
        Accelerator.Cuda found =
                (Accelerator.Cuda) detection("h200-mig").fromFiles().accelerator();

        assertThat(found.devices())
                .containsExactly(new GpuDevice(
                        "NVIDIA H200",
                        "GPU-3a1c7d2e-9b44-4f0a-8c61-5d2e7f9a0b13",
                        "0000:0f:00.0",
                        "",
                        0,
                        List.of("gi1/ci0", "gi2/ci0", "gi7/ci0", "gi8/ci0")));
        assertThat(detection("h100-535").fromFiles().evidence())
                .containsExactly("driver 535.129.03: /proc/driver/nvidia/version", "2 GPUs: /proc/driver/nvidia/gpus");
    }

    @Test
    void whatAmdsFilesTell() {
        Accelerator.Rocm found =
                (Accelerator.Rocm) detection("mi210-rocm-6.4").fromFiles().accelerator();

        assertThat(found.devices().get(0))
                .isEqualTo(new GpuDevice("aldebaran", "", "0000:63:00.0", "gfx90a", 68_702_699_520L, List.of()));
        assertThat(AmdFiles.target(120001)).isEqualTo("gfx1201");
    }

    @Test
    void theDriverTellsTheRest() {
        Programs library = command -> command.get(0).equals("python")
                ? Optional.of(List.of(
                        "cuda\t13.0",
                        "driver\t580.95.05",
                        "gpu\tNVIDIA H200\tGPU-3a1c\t0000:0f:00.0\t9.0\t150754820096\tMIG-8ed1 MIG-77aa"))
                : Optional.empty();

        Detection found = detection("h200-mig").complete(library, Optional.of("python"));

        assertThat(found.summary()).isEqualTo("NVIDIA H200 (9.0) in 2 MIG instances, driver 580.95.05, CUDA 13.0");
        assertThat(((Accelerator.Cuda) found.accelerator()).devices().get(0).memoryBytes())
                .isEqualTo(150_754_820_096L);
        assertThat(found.evidence()).contains("1 GPU: the driver's library");
    }

    @Test
    void withoutThatLibraryNvidiaSmiIsAskedLast() {
        Programs smi = command -> command.get(0).equals("/usr/lib/wsl/lib/nvidia-smi")
                ? Optional.of(
                        List.of("572.16, NVIDIA GeForce RTX 3060 Laptop GPU, GPU-77, 00000000:01:00.0, 8.6, 6144"))
                : Optional.empty();

        Detection found = detection("wsl").complete(smi, Optional.of("python"));

        assertThat(found.summary())
                .isEqualTo("NVIDIA GeForce RTX 3060 Laptop GPU (8.6), driver 572.16, CUDA 12.8, WSL");
        assertThat(((Accelerator.Cuda) found.accelerator()).devices())
                .containsExactly(new GpuDevice(
                        "NVIDIA GeForce RTX 3060 Laptop GPU", "GPU-77", "0000:01:00.0", "8.6", 6144L << 20, List.of()));
    }

    @Test
    void nobodyIsAskedWhereThereIsNoGpu() {
        Programs none = command -> {
            throw new AssertionError("started " + command);
        };

        assertThat(detection("no-gpu").complete(none, Optional.of("python")).summary())
                .isEqualTo("There is no GPU here.");
    }

    @Test
    void onWindowsOnlyTheDriverTells() {
        AcceleratorDetection windows = new AcceleratorDetection(
                new Platform(OperatingSystem.WINDOWS, Architecture.X86_64, new Libc.None()),
                new MachineFiles(folder),
                TorchIndexTable.builtIn());
        Programs smi = command -> command.get(0).equals("nvidia-smi")
                ? Optional.of(List.of("581.29, NVIDIA RTX A2000, GPU-1, 00000000:01:00.0, 8.6, 12288"))
                : Optional.empty();

        assertThat(windows.fromFiles().summary()).isEqualTo("There is no GPU here.");
        assertThat(windows.complete(smi, Optional.empty()).summary())
                .isEqualTo("NVIDIA RTX A2000 (8.6), driver 581.29, CUDA 13.0");
    }

    private AcceleratorDetection detection(String machine) {
        return new AcceleratorDetection(
                new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36)),
                RecordedMachine.unpack(machine, folder.resolve(machine)),
                TorchIndexTable.builtIn());
    }
}
