package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wheels a real uv installs for an accelerator, from indexes shaped like PyTorch's. */
@Tag("network") // uv is fetched from the machine's own index
@ExtendWith(RealUv.Resolver.class)
class TorchWheelsTest {

    private static final String OFFICIAL = "https://wheels.invalid/whl";

    private final RealUv uv;
    private Trial trial;
    private TorchShapedIndex index;

    TorchWheelsTest(RealUv uv) {
        this.uv = uv;
    }

    @BeforeEach
    void anEmptyProject() throws IOException {
        trial = new Trial(uv);
        index = new TorchShapedIndex();
        trial.index(index.simple());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void withoutAnAcceleratorTheIndexDecides() throws IOException {
        assertThat(trial.install(trial.packages("trainer")).packages())
                .contains("torch==2.15.0", "nvidia_cublas==13.1", "numpy==2.4");
    }

    @ParameterizedTest
    @CsvSource({"cpu, cpu", "cu126, cu126", "cu130, cu130", "'cu132,cu130,cu126', cu130", "rocm6.4, rocm6.4"})
    void torchComesFromTheIndexOfTheAcceleratorAndNothingElseDoes(String wanted, String served) throws IOException {
        trial.settings(torch(List.of(wanted.split(",", -1)), index.mirror()));

        // torch is not named, but needed; numpy is in PyTorch's index as well, in an old version.
        assertThat(trial.install(trial.packages("trainer")).packages())
                .contains("torch==2.12.0+" + served, "trainer==1.0", "numpy==2.4");
    }

    @Test
    void theCpuAloneBringsNothingOfCuda() throws IOException {
        trial.settings(torch(List.of("cpu"), index.mirror()));

        assertThat(trial.install(trial.packages("trainer")).packages())
                .containsExactly("numpy==2.4", "torch==2.12.0+cpu", "trainer==1.0");
    }

    @Test
    void whatOnlyThatIndexHasIsFoundThere() throws IOException {
        trial.settings(torch(List.of("rocm6.4"), index.mirror()));

        assertThat(trial.install(trial.packages("torch")).packages()).contains("triton_rocm==3.6");
    }

    @Test
    void aRebuildInstallsTheSameWithoutAsking() throws IOException {
        trial.settings(torch(List.of("cu126"), index.mirror()));
        trial.install(trial.packages("trainer"));
        index.asked();
        trial.settings(offline(torch(List.of("cu126"), index.mirror())));

        assertThat(trial.install(trial.packages("trainer")).packages()).contains("torch==2.12.0+cu126");
        assertThat(index.asked()).isEmpty();
    }

    @Test
    void anotherAcceleratorIsResolvedAnew() throws IOException {
        trial.settings(torch(List.of("cu126"), index.mirror()));
        trial.install(trial.packages("trainer"));
        trial.settings(torch(List.of("cpu"), index.mirror()));

        assertThat(trial.install(trial.packages("trainer")).packages()).contains("torch==2.12.0+cpu");
    }

    @Test
    void anIndexWithoutTorch() {
        trial.settings(torch(List.of("cu999"), index.mirror()));

        assertThatThrownBy(() -> trial.install(trial.packages("torch")))
                .hasMessageContaining("None of the indexes for cu999 has the package torch");
    }

    @Test
    void whereNothingIsMirroredUvIsToldByItsOption() throws IOException {
        TorchWheels wheels = wheels(List.of("cu130", "cu126"), Optional.empty());

        assertThat(wheels.byOption()).isTrue();
        trial.settings(settings().with(wheels)).variable("UV_TORCH_BACKEND", "cpu");
        // No address of PyTorch's own is reached through a proxy that is not there; what matters is that uv turns to
        // one.
        trial.variable("HTTPS_PROXY", "http://127.0.0.1:9");
        assertThatThrownBy(() -> trial.install(trial.packages("torch"))).hasMessageContaining("torch");
        assertThat(index.asked()).noneMatch(path -> path.startsWith("/simple/torch"));
    }

    @ParameterizedTest
    @CsvSource({"cpu, cpu", "'cu132,cu130,cu126', cu126"})
    void aUvLockByItsExtra(String wanted, String served) throws IOException {
        UvLock lock = lockWithExtras("cpu", "cu126");

        AcceleratedInputs chosen = AcceleratedInputs.of(lock, List.of(wanted.split(",", -1)), "auto");

        assertThat(chosen.index()).isEqualTo(served);
        assertThat(trial.install(chosen.inputs()).packages()).contains("torch==2.12.0+" + served, "numpy==2.4");
    }

    @Test
    void aUvLockThroughAMirror() throws IOException {
        UvLock lock = lockWithExtras("cpu", "cu126");
        index.asked();
        try (TorchShapedIndex mirror = index.mirrored()) {
            TorchWheels wheels = wheels(List.of("cpu"), Optional.of(mirror.mirror()), index.mirror());
            trial.emptyCache().settings(settings().with(wheels));

            assertThat(trial.install(AcceleratedInputs.of(lock, List.of("cpu"), "cpu")
                                    .inputs())
                            .packages())
                    .contains("torch==2.12.0+cpu");
            assertThat(mirror.asked()).anyMatch(path -> path.startsWith("/whl/cpu/torch/torch-2.12.0"));
        }
        assertThat(index.asked()).noneMatch(path -> path.endsWith("torch-2.12.0+cpu-py3-none-any.whl"));
    }

    @Test
    void aUvLockForOthers() throws IOException {
        UvLock lock = lockWithExtras("cpu", "cu126");

        assertThatThrownBy(() -> AcceleratedInputs.of(lock, List.of("cu130"), "cuda-13.0"))
                .hasMessageContaining("is locked for cpu, cu126, and not for cuda-13.0 (cu130)");
        UvLock both = lock.withExtra("cpu");
        assertThatThrownBy(() -> AcceleratedInputs.of(both, List.of("cu126"), "cuda-12.6"))
                .hasMessageContaining("cpu is selected, too");
    }

    @Test
    void aUvLockByItsGroup() throws IOException {
        trial.file(
                "pyproject.toml",
                "[project]",
                "name = 'model'",
                "version = '1'",
                "requires-python = '>=3.12'",
                "[dependency-groups]",
                "cpu = ['torch']",
                "rocm = ['torch', 'triton-rocm']",
                "[tool.uv]",
                "conflicts = [[{group = 'cpu'}, {group = 'rocm'}]]",
                "[tool.uv.sources]",
                "torch = [{index = 'cpu', group = 'cpu'}, {index = 'rocm', group = 'rocm'}]",
                "triton-rocm = {index = 'rocm', group = 'rocm'}",
                explicit("cpu", "cpu"),
                explicit("rocm", "rocm6.4"));
        trial.uv(trial.project(), "lock");

        AcceleratedInputs chosen = AcceleratedInputs.of(uvLock(), List.of("rocm7.2", "rocm6.4", "cpu"), "auto");

        assertThat(((UvLock) chosen.inputs()).groups()).containsExactly("rocm");
        assertThatThrownBy(() -> AcceleratedInputs.of(uvLock(), List.of("xpu"), "xpu"))
                .hasMessageContaining("locked for cpu, rocm");
    }

    @Test
    void aUvLockOfOneAcceleratorServesThatAlone() throws IOException {
        trial.file(
                "pyproject.toml",
                "[project]",
                "name = 'model'",
                "version = '1'",
                "requires-python = '>=3.12'",
                "dependencies = ['torch']",
                "[tool.uv.sources]",
                "torch = {index = 'only'}",
                explicit("only", "cu130"));
        trial.uv(trial.project(), "lock");

        assertThat(AcceleratedInputs.of(uvLock(), List.of("cu132", "cu130"), "auto")
                        .index())
                .isEqualTo("cu130");
        assertThatThrownBy(() -> AcceleratedInputs.of(uvLock(), List.of("cpu"), "auto"))
                .hasMessageContaining("is locked for cu130, and not for auto (cpu)");
    }

    @Test
    void aPylockForEachAccelerator() throws IOException {
        trial.file("requirements.in", "torch");
        pylock("cpu", "cpu");
        pylock("cu126", "cu126");
        Pylock unnamed = new Pylock(trial.project().resolve("pylock.toml"), List.of(), List.of());

        AcceleratedInputs chosen = AcceleratedInputs.of(unnamed, List.of("cu130", "cu126", "cpu"), "cuda");
        trial.settings(settings().with(wheels(List.of("cu126"), Optional.empty(), index.mirror())));

        assertThat(chosen.inputs().summary()).isEqualTo("pylock.cu126.toml");
        assertThat(trial.install(chosen.inputs()).packages()).contains("torch==2.12.0+cu126");
        assertThatThrownBy(() -> AcceleratedInputs.of(unnamed, List.of("rocm6.4"), "rocm-6.4"))
                .hasMessageContaining("are for cpu, cu126, and not for rocm-6.4 (rocm6.4)");
    }

    @Test
    void aPylockThroughAMirror() throws IOException {
        trial.file("requirements.in", "torch");
        pylock("cpu", "cpu");
        try (TorchShapedIndex mirror = index.mirrored()) {
            trial.emptyCache()
                    .settings(settings().with(wheels(List.of("cpu"), Optional.of(mirror.mirror()), index.mirror())));
            Pylock lock = new Pylock(trial.project().resolve("pylock.cpu.toml"), List.of(), List.of());

            assertThat(trial.install(lock).packages()).contains("torch==2.12.0+cpu");
            assertThat(mirror.asked()).anyMatch(path -> path.startsWith("/whl/cpu/torch/torch-2.12.0"));
        }
    }

    private void pylock(String name, String backend) {
        trial.uv(
                trial.project(),
                "pip",
                "compile",
                "--quiet",
                "--index",
                index.mirror() + "/" + backend,
                "--output-file",
                "pylock." + name + ".toml",
                "requirements.in");
    }

    private UvLock lockWithExtras(String one, String other) throws IOException {
        trial.file(
                "pyproject.toml",
                "[project]",
                "name = 'model'",
                "version = '1'",
                "requires-python = '>=3.12'",
                "[project.optional-dependencies]",
                one + " = ['torch']",
                other + " = ['torch']",
                "[tool.uv]",
                "conflicts = [[{extra = '%s'}, {extra = '%s'}]]".formatted(one, other),
                "[tool.uv.sources]",
                "torch = [{index = '%s', extra = '%s'}, {index = '%s', extra = '%s'}]"
                        .formatted(one, one, other, other),
                explicit(one, one),
                explicit(other, other));
        trial.uv(trial.project(), "lock");
        return uvLock();
    }

    private String explicit(String name, String backend) {
        return "[[tool.uv.index]]\nname = '%s'\nurl = '%s/%s'\nexplicit = true"
                .formatted(name, index.mirror(), backend);
    }

    private UvLock uvLock() {
        Path project = trial.project();
        return new UvLock(project, project, List.of(), List.of(), true, true);
    }

    private static InstallSettings settings() {
        return new InstallSettings(
                Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5));
    }

    private static InstallSettings torch(List<String> indexes, String mirror) {
        return settings().with(wheels(indexes, Optional.of(mirror)));
    }

    private static InstallSettings offline(InstallSettings online) {
        return new InstallSettings(
                        online.indexUrl(), List.of(), Optional.empty(), false, true, false, online.deadline())
                .with(online.torch().orElseThrow());
    }

    private static TorchWheels wheels(List<String> indexes, Optional<String> mirror) {
        return wheels(indexes, mirror, OFFICIAL);
    }

    private static TorchWheels wheels(List<String> indexes, Optional<String> mirror, String base) {
        return new TorchWheels(
                indexes,
                indexes.size() == 1 ? indexes.get(0) : "auto",
                indexes.size() == 1 ? Map.of() : Map.of("UV_CUDA_DRIVER_VERSION", "580.65.06"),
                new TorchAddresses(base, mirror, Map.of()),
                List.of("torch", "torchvision", "triton-rocm"),
                "it was asked for",
                Optional.empty());
    }
}
