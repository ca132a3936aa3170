package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a PCI address cannot be the name of a file there")
class WheelChoiceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "auto, no-gpu, cpu, cpu",
        "auto, intel-uhd, cpu, cpu",
        "auto, h200-mig, cu132, auto",
        "auto, geforce-550, cu129, auto",
        "auto, kepler-470, cu118, auto",
        "auto, mi210-rocm-6.4, rocm7.2, auto",
        "auto, radeon-7900, rocm7.2, auto",
        "auto, arc-a770, xpu, xpu",
        "cpu, h200-mig, cpu, cpu",
        "cuda, h200-mig, cu132, auto",
        "cuda, h100-535, cu129, auto",
        "cuda-12.6, h100-535, cu126, cu126",
        "cuda-12.6, no-gpu, cu126, cu126",
        "cuda-13.0, container-without-devices, cu130, cu130",
        "rocm, mi210-rocm-6.4, rocm7.2, auto",
        "rocm-6.4, no-gpu, rocm6.4, rocm6.4",
        "xpu, no-gpu, xpu, xpu",
    })
    void theFirstIndexAndHowUvIsTold(String request, String machine, String index, String backend) {
        Wheels wheels = choose(request, machine);

        assertThat(wheels.indexes().get(0)).isEqualTo(index);
        assertThat(wheels.backend()).isEqualTo(backend);
        assertThat(wheels.warning()).isEmpty();
    }

    @Test
    void uvIsToldTheOldestDriverThatRunsTheSameIndexes() {
        assertThat(choose("auto", "h200-mig").variables()).isEqualTo(Map.of("UV_CUDA_DRIVER_VERSION", "580.65.06"));
        assertThat(choose("auto", "geforce-550").variables()).isEqualTo(Map.of("UV_CUDA_DRIVER_VERSION", "525.60.13"));
        assertThat(choose("auto", "mi210-rocm-6.4").variables()).isEqualTo(Map.of("UV_AMD_GPU_ARCHITECTURE", "gfx90a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fermi-390 | too old for all of PyTorch's CUDA versions",
                "container-without-devices | docker run --gpus all",
                "nouveau | Install NVIDIA's driver",
                "device-files-missing | nvidia-modprobe",
            })
    void theCpuWithAWarningWhereAGpuIsOutOfReach(String machine, String warning) {
        Wheels wheels = choose("auto", machine);

        assertThat(wheels.indexes()).containsExactly("cpu");
        assertThat(wheels.warning().orElseThrow()).contains(warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cuda-13.0 | geforce-550 | too old for CUDA 13.0: it needs 580.65.06 or newer | cuda-12.9, or cpu",
                "cuda-12.6 | kepler-470 | needs 525.60.13 or newer | cuda-11.8, or cpu",
                "cuda | fermi-390 | too old for CUDA 11.8: it needs 450.80.02 | accelerator cpu.",
                "cuda | no-gpu | There is no GPU here | cuda-13.0",
                "cuda | container-without-devices | not given its device files | --gpus all",
                "cuda-99.1 | no-gpu | no index for cuda-99.1 | cuda-13.0",
                "rocm | h200-mig | cannot be told here | rocm-7.2",
                "rocm-1.2 | no-gpu | no index for rocm-1.2 | rocm-6.4",
            })
    void refused(String request, String machine, String message, String hint) {
        assertThatThrownBy(() -> choose(request, machine)).isInstanceOfSatisfying(UserFailure.class, failure -> {
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.hint()).contains(hint);
        });
    }

    @Test
    void anIndexOfTheUsersOwnNeedsNotBeKnown() {
        Wheels wheels = new WheelChoice(TorchIndexTable.builtIn(), Set.of("cu999"), OperatingSystem.LINUX)
                .choose(AcceleratorRequest.parse("cuda-99.9"), () -> detect("no-gpu"));

        assertThat(wheels.indexes()).containsExactly("cu999");
    }

    @Test
    void onMacOnlyTheCpu() {
        Detection nothing = detect("no-gpu");
        WheelChoice mac = new WheelChoice(TorchIndexTable.builtIn(), Set.of(), OperatingSystem.MACOS);

        assertThat(mac.choose(AcceleratorRequest.parse("auto"), () -> nothing).indexes())
                .containsExactly("cpu");
        assertThatThrownBy(() -> mac.choose(AcceleratorRequest.parse("cuda-12.6"), () -> nothing))
                .hasMessageContaining("macOS");
    }

    private Wheels choose(String request, String machine) {
        return new WheelChoice(TorchIndexTable.builtIn(), Set.of(), OperatingSystem.LINUX)
                .choose(AcceleratorRequest.parse(request), () -> detect(machine));
    }

    private Detection detect(String machine) {
        return new AcceleratorDetection(
                        new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36)),
                        RecordedMachine.unpack(machine, folder.resolve(machine)),
                        TorchIndexTable.builtIn())
                .fromFiles();
    }
}
