package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.tuning.TorchIndexTable;
import io.github.pythonenv.tuning.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void theDriverIsAskedOnceForEachLibrary() throws IOException {
        Path library = Files.writeString(folder.resolve("nvcuda.dll"), "one");

        assertThat(windows(library).detect(() -> found("580.95.05")).summary()).contains("580.95.05");
        assertThat(windows(library).detect(DriverMemoryTest::nobody).summary())
                .isEqualTo("NVIDIA GPU, driver 580.95.05, CUDA 13.0");

        Files.writeString(library, "another");
        assertThat(windows(library).detect(() -> found("590.10")).summary()).contains("590.10");
    }

    @Test
    void withoutALibraryThereIsNobodyToAsk() {
        assertThat(windows(folder.resolve("nvcuda.dll"))
                        .detect(DriverMemoryTest::nobody)
                        .summary())
                .isEqualTo("There is no GPU here.");
    }

    @Test
    void whereFilesTellNobodyIsAsked() throws IOException {
        Files.createDirectories(folder.resolve("sys/module/nvidia"));
        Files.createDirectories(folder.resolve("dev"));
        Files.writeString(folder.resolve("sys/module/nvidia/version"), "550.144.03\n");
        Files.writeString(folder.resolve("dev/nvidiactl"), "");
        Path library = Files.writeString(folder.resolve("libcuda.so.1"), "one");

        assertThat(memory(OperatingSystem.LINUX, library)
                        .detect(DriverMemoryTest::nobody)
                        .summary())
                .isEqualTo("NVIDIA GPU, driver 550.144.03, CUDA 12.4");
    }

    private static Detection nobody() {
        throw new AssertionError("the driver was asked");
    }

    private DriverMemory windows(Path library) {
        return memory(OperatingSystem.WINDOWS, library);
    }

    private DriverMemory memory(OperatingSystem os, Path library) {
        return new DriverMemory(
                new AcceleratorDetection(
                        new Platform(os, Architecture.X86_64, new Libc.None()),
                        new MachineFiles(folder),
                        TorchIndexTable.builtIn()),
                library,
                folder.resolve("store/accelerator.properties"));
    }

    private static Detection found(String driver) {
        return new Detection(
                new Accelerator.Cuda(Optional.of(Version.of(driver)), Optional.empty(), List.of(), false), List.of());
    }
}
