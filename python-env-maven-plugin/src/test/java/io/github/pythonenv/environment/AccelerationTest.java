package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.packages.UvLock;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.AcceleratorRequest;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.GpuSelection;
import io.github.pythonenv.tuning.Optimization;
import io.github.pythonenv.tuning.TorchIndexRequest;
import io.github.pythonenv.tuning.TuningRequest;
import io.github.pythonenv.tuning.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccelerationTest {

    private static final Detection NOTHING =
            new Detection(new Accelerator.None(Accelerator.Why.NO_DEVICE, "There is no GPU here.", ""), List.of());

    @TempDir
    private Path project;

    @Test
    void whereNobodyAsksNothingIsLookedFor() {
        EnvironmentRequest asked = Asked.in(project).packages("torch").request();

        assertThat(new Acceleration(OperatingSystem.LINUX, () -> {
                            throw new AssertionError("looked for a GPU");
                        })
                        .of(asked))
                .isSameAs(asked);
    }

    @Test
    void theAcceleratorIsPartOfWhatTheEnvironmentIs() {
        String none = Asked.in(project).packages("torch").request().describe();
        String cpu = asked("auto", NOTHING).describe();
        String older = asked("auto", driver("550.144.03")).describe();
        String newer = asked("auto", driver("580.95.05")).describe();

        assertThat(List.of(none, cpu, older, newer)).doesNotHaveDuplicates();
        assertThat(cpu).contains("torch cpu");
        assertThat(newer).contains("torch auto {UV_CUDA_DRIVER_VERSION=580.65.06}");
        // An update of the driver alone builds nothing anew.
        assertThat(asked("auto", driver("590.44")).describe()).isEqualTo(newer);
    }

    @Test
    void forALockOnlyThePartThatIsTakenCounts() throws IOException {
        Files.writeString(project.resolve("uv.lock"), """
                version = 1
                [[package]]
                name = "model"
                version = "1"
                source = { virtual = "." }

                [package.metadata]
                provides-extras = ["cpu", "cu126"]
                """);
        UvLock lock = new UvLock(project, project, List.of(), List.of(), true, true);

        EnvironmentRequest older = of(Asked.in(project).inputs(lock), "auto", driver("550.144.03"));
        EnvironmentRequest newer = of(Asked.in(project).inputs(lock), "auto", driver("580.95.05"));

        assertThat(((UvLock) newer.inputs()).extras()).containsExactly("cu126");
        assertThat(newer.describe()).isEqualTo(older.describe());
        assertThatThrownBy(() -> of(Asked.in(project).inputs(lock), "cuda-13.0", driver("580.95.05")))
                .hasMessageContaining("is locked for cpu, cu126, and not for cuda-13.0");
        assertThatThrownBy(() -> of(Asked.in(project).inputs(lock), "cuda-13.0", driver("550.144.03")))
                .hasMessageContaining("too old for CUDA 13.0: it needs 580.65.06");
    }

    private EnvironmentRequest asked(String accelerator, Detection here) {
        return of(Asked.in(project).packages("torch"), accelerator, here);
    }

    private static EnvironmentRequest of(Asked asked, String accelerator, Detection here) {
        TuningRequest tuning = new TuningRequest(
                AcceleratorRequest.parse(accelerator),
                GpuSelection.UNSET,
                Optimization.DEFAULT,
                TorchIndexRequest.DEFAULT);
        return new Acceleration(OperatingSystem.LINUX, () -> here)
                .of(asked.tuned(tuning).request());
    }

    private static Detection driver(String version) {
        return new Detection(
                new Accelerator.Cuda(Optional.of(Version.of(version)), Optional.empty(), List.of(), false), List.of());
    }
}
