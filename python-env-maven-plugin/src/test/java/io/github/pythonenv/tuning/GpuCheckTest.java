package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.tuning.GpuCheckResult.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The programs, run by a real interpreter; what they load stands in for what this machine does not have. */
@ExtendWith(ProvidedRuntime.Resolver.class)
class GpuCheckTest {

    private final ProvidedRuntime provided;

    @TempDir
    private Path folder;

    GpuCheckTest(ProvidedRuntime provided) {
        this.provided = provided;
    }

    @Test
    void withoutADriverThereIsNothingToCheck() {
        assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")), "this machine has a GPU");

        GpuCheckResult result = run(GpuCheck.DRIVER, python(), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.text()).contains("there is no driver library");
    }

    @Test
    void memoryIsTakenWrittenAndReadBack() throws Exception {
        assumeTrue(StandInDriver.possible(), "there is no C compiler");
        StandInDriver.cuda(folder, false);

        GpuCheckResult result = run(GpuCheck.DRIVER, python(), libraries());

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.facts()).containsExactly("0: Stand-in GPU, 3072 of 4096 MiB free");
    }

    @Test
    void memoryThatForgets() throws Exception {
        assumeTrue(StandInDriver.possible(), "there is no C compiler");
        StandInDriver.cuda(folder, true);

        GpuCheckResult result = run(GpuCheck.DRIVER, python(), libraries());

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.text()).contains("is not what it was");
    }

    @Test
    void theDriversLibrariesTellOfTheGpus() throws Exception {
        assumeTrue(StandInDriver.possible(), "there is no C compiler");
        StandInDriver.cuda(folder, false);
        assertThat(detected()).isEqualTo("Stand-in GPU (9.0), driver 580.95.05, CUDA 13.0");

        StandInDriver.nvml(folder);
        assertThat(detected()).isEqualTo("Stand-in H200 (9.0) in 1 MIG instances, driver 580.95.05, CUDA 13.0");
    }

    private String detected() {
        AcceleratorDetection detection = new AcceleratorDetection(
                new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36)),
                RecordedMachine.unpack("h200-mig", folder.resolve("machine" + System.nanoTime())),
                TorchIndexTable.builtIn());
        Programs programs = command -> {
            Completed completed = start(command, libraries());
            return completed.succeeded() ? Optional.of(completed.out()) : Optional.empty();
        };
        Detection found = detection.complete(programs, Optional.of(python().toString()));
        Accelerator.Cuda cuda = (Accelerator.Cuda) found.accelerator();
        assertThat(cuda.devices().get(0).address()).isEqualTo("0000:0f:00.0");
        return cuda.devices().get(0).slices().equals(List.of("gi1/ci0", "gi2/ci0", "gi7/ci0", "gi8/ci0"))
                // Where the libraries tell none, files do.
                ? found.summary().replace(" in 4 MIG instances", "")
                : found.summary();
    }

    @Test
    void torchForTheCpu() throws Exception {
        standIn("torch", "__version__ = '2.15.0+cpu'\nclass version:\n    cuda = hip = None\n");

        GpuCheckResult result = run(GpuCheck.TORCH, environment(), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.text()).isEqualTo("this torch is built for the CPU");
    }

    @Test
    void torchThatSeesNoGpu() throws Exception {
        standIn("torch", """
                __version__ = '2.15.0+cu130'
                class version:
                    cuda, hip = '13.0', None
                class cuda:
                    is_available = staticmethod(lambda: False)
                """);

        GpuCheckResult result = run(GpuCheck.TORCH, environment(), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.text()).contains("built for 13.0, and sees no GPU");
        assertThat(result.facts()).containsExactly("torch 2.15.0+cu130, built for 13.0");
    }

    @Test
    void jaxWithoutAPlugin() throws Exception {
        assertThat(run(GpuCheck.JAX, environment(), Map.of()).text()).contains("has no plugin for GPUs");
    }

    @Test
    void aLibraryThatCannotBeImported() throws Exception {
        GpuCheckResult result = run(GpuCheck.TENSORFLOW, environment(), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.text()).contains("exit status 1", "No module named 'tensorflow'");
    }

    @Test
    void nothingIsStartedWhereThereIsNoGpuOrNoLibrary() {
        Detection none =
                new Detection(new Accelerator.None(Accelerator.Why.NO_DEVICE, "There is no GPU here.", ""), List.of());
        Detection cuda =
                new Detection(new Accelerator.Cuda(Optional.empty(), Optional.empty(), List.of(), false), List.of());

        assertThat(GpuCheck.DRIVER.skipped(none, Set.of()).orElseThrow().text()).isEqualTo("There is no GPU here.");
        assertThat(GpuCheck.TORCH.skipped(cuda, Set.of("numpy")).orElseThrow().text())
                .isEqualTo("torch is not installed.");
        assertThat(GpuCheck.TORCH.skipped(cuda, Set.of("torch"))).isEmpty();
        assertThat(GpuCheck.DRIVER.skipped(cuda, Set.of())).isEmpty();
    }

    private Path python() {
        return provided.runtime().executable();
    }

    private Map<String, String> libraries() {
        return Map.of("LD_LIBRARY_PATH", folder.toString());
    }

    private Path environment() {
        Path python = folder.resolve("environment/bin/python");
        if (!Files.exists(python)) {
            Path environment = folder.resolve("environment");
            assertThat(start(
                                    List.of(python().toString(), "-m", "venv", "--without-pip", environment.toString()),
                                    Map.of())
                            .exitCode())
                    .isZero();
        }
        return python;
    }

    private void standIn(String module, String code) throws Exception {
        Path environment = environment().resolveSibling("").resolveSibling("");
        Path lib = environment
                .resolve("lib/python" + provided.runtime().version().series())
                .resolve("site-packages");
        Files.writeString(lib.resolve(module + ".py"), code);
    }

    private static GpuCheckResult run(GpuCheck check, Path python, Map<String, String> variables) {
        Completed completed = start(check.command(python), variables);
        return check.result(completed.exitCode(), completed.out(), completed.err());
    }

    private static Completed start(List<String> command, Map<String, String> variables) {
        return new Processes().run(new Command(command, Path.of("."), variables, Duration.ofMinutes(1)));
    }
}
