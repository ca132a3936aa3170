package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.tuning.Setting.Action;
import io.github.pythonenv.tuning.ThreadSettings.Affinity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set in which surroundings, and what is not. */
class TuningTest {

    private static final Optimization DEFAULT = Optimization.DEFAULT;

    @Nested
    class Threads {

        @Test
        void nothingIsSetWhereLibrariesCountRightThemselves() {
            Tuning tuning = new Around().installed("numpy", "2.4.6").tuned(DEFAULT);

            assertThat(tuning.variables()).isEmpty();
            assertThat(tuning.withheld()).extracting(Withheld::name).containsExactly("OMP_NUM_THREADS");
        }

        @Test
        void aCoreThatIsTwoCpusGetsOneThread() {
            Tuning tuning = new Around().cpus(16, 8).tuned(DEFAULT);

            assertThat(tuning.variables()).containsExactly(Map.entry("OMP_NUM_THREADS", "8"));
            assertThat(tuning.settings().get(0).reason()).isEqualTo("8 cores with 16 CPUs");
        }

        @Test
        void aQuotaIsWhatLibrariesDoNotSee() {
            Tuning tuning = new Around()
                    .quota(2.5)
                    .installed("numpy", "2.4.6")
                    .installed("numexpr", "2.14.1")
                    .installed("scikit-learn", "1.9.1")
                    .installed("jaxlib", "0.10.2")
                    .tuned(DEFAULT);

            assertThat(tuning.variables())
                    .containsOnlyKeys(
                            "OMP_NUM_THREADS",
                            "OPENBLAS_NUM_THREADS",
                            "MKL_NUM_THREADS",
                            "NUMEXPR_NUM_THREADS",
                            "NUMEXPR_MAX_THREADS",
                            "LOKY_MAX_CPU_COUNT",
                            "NPROC",
                            "PYTHON_CPU_COUNT")
                    .containsValue("3")
                    .doesNotContainValue("8");
        }

        @Test
        void anOlderPythonHasNoVariableForItsOwnCount() {
            assertThat(new Around().quota(2).python("3.12.1").tuned(DEFAULT).variables())
                    .containsOnlyKeys("OMP_NUM_THREADS");
        }

        @Test
        void aNumberThatWasAskedForIsTold() {
            Tuning tuning = new Around().tuned(Asking.threads(3, Affinity.UNSET));

            assertThat(tuning.variables()).containsEntry("OMP_NUM_THREADS", "3");
            assertThat(tuning.contradictions()).isEmpty();
        }

        @Test
        void whatTheUserSetStaysByWhicheverName() {
            Tuning tuning = new Around()
                    .cpus(16, 8)
                    .installed("numpy", "2.4.6")
                    .set("OMP_NUM_THREADS", "5")
                    .tuned(DEFAULT);

            assertThat(tuning.variables()).isEmpty();
            assertThat(tuning.withheld())
                    .extracting(Withheld::reason)
                    .contains("the user has set it to 5", "the user has set OMP_NUM_THREADS, which it would override");
        }

        @Test
        void oneThatTheUserSetLeavesTheOthers() {
            Tuning tuning = new Around()
                    .cpus(16, 8)
                    .installed("numpy", "2.4.6")
                    .set("OPENBLAS_NUM_THREADS", "5")
                    .tuned(DEFAULT);

            assertThat(tuning.variables()).containsOnlyKeys("MKL_NUM_THREADS", "OMP_NUM_THREADS");
        }

        @Test
        void affinity() {
            assertThat(new Around().tuned(Asking.threads(0, Affinity.SPREAD)).variables())
                    .isEqualTo(Map.of("OMP_PROC_BIND", "spread", "OMP_PLACES", "cores"));
            assertThat(new Around().tuned(Asking.threads(0, Affinity.OFF)).variables())
                    .isEqualTo(Map.of("OMP_PROC_BIND", "false"));
            assertThat(new Around()
                            .quota(2)
                            .tuned(Asking.threads(0, Affinity.CLOSE))
                            .contradictions())
                    .singleElement()
                    .extracting(Contradiction::message, InstanceOfAssertFactories.STRING)
                    .contains("thread_affinity", "2 of 8 CPUs");
        }

        @Test
        void macsOwnLibrary() {
            assertThat(new Around()
                            .on(OperatingSystem.MACOS, new Libc.None())
                            .installed("numpy", "2.4.6")
                            .tuned(Asking.threads(4, Affinity.UNSET))
                            .variables())
                    .containsEntry("VECLIB_MAXIMUM_THREADS", "4");
        }

        @Test
        void moreThreadsThanCpusIsAContradiction() {
            assertThat(new Around().tuned(Asking.threads(20, Affinity.UNSET)).contradictions())
                    .singleElement()
                    .extracting(Contradiction::message, InstanceOfAssertFactories.STRING)
                    .contains("threading.max_workers is 20", "8 CPUs");
            assertThat(new Around().set("OMP_NUM_THREADS", "64").tuned(DEFAULT).contradictions())
                    .singleElement()
                    .extracting(Contradiction::message, InstanceOfAssertFactories.STRING)
                    .contains("OMP_NUM_THREADS is 64");
        }
    }

    @Nested
    class Memory {

        @Test
        void glibcsVariables() {
            Tuning tuning = new Around().tuned(Asking.memory(true));

            assertThat(tuning.variables())
                    .isEqualTo(Map.of(
                            "MALLOC_TRIM_THRESHOLD_", "131072",
                            "MALLOC_MMAP_THRESHOLD_", "1048576",
                            "MALLOC_ARENA_MAX", "2"));
            assertThat(tuning.settings())
                    .contains(new Setting.AtStartup(Action.GC_THRESHOLD, "50000, 20, 20", "memory.gc_threshold"));
        }

        @Test
        void elsewhereTheyWouldDoNothing() {
            Tuning tuning =
                    new Around().on(OperatingSystem.LINUX, new Libc.Musl()).tuned(Asking.memory(false));

            assertThat(tuning.variables()).isEmpty();
            assertThat(tuning.withheld()).extracting(Withheld::name).contains("MALLOC_ARENA_MAX", "gc.set_threshold");
        }
    }

    @Nested
    class Gpus {

        @ParameterizedTest
        @CsvSource({"2.10.0+cu128, PYTORCH_CUDA_ALLOC_CONF", "2.11.0, PYTORCH_ALLOC_CONF", "2.15.0, PYTORCH_ALLOC_CONF"
        })
        void torchsAllocatorByTheNameItsVersionReads(String torch, String variable) {
            assertThat(new Around()
                            .installed("torch", torch)
                            .tuned(Asking.gpu(Asking.growth(true)))
                            .variables())
                    .isEqualTo(Map.of(variable, "expandable_segments:True"));
        }

        @Test
        void onlyOptionsThatTorchKnows() {
            Map<String, String> options = Map.of("max_split_size_mb", "128", "pinned_use_background_threads", "true");

            Tuning old = new Around().installed("torch", "2.4.1").tuned(Asking.gpu(Asking.allocator(options)));
            assertThat(old.variables()).isEqualTo(Map.of("PYTORCH_CUDA_ALLOC_CONF", "max_split_size_mb:128"));
            assertThat(old.withheld()).extracting(Withheld::reason).contains("torch 2.4.1 does not know it (2.6 does)");
            assertThat(new Around()
                            .installed("torch", "2.12.0")
                            .tuned(Asking.gpu(Asking.allocator(options)))
                            .variables())
                    .isEqualTo(
                            Map.of("PYTORCH_ALLOC_CONF", "max_split_size_mb:128,pinned_use_background_threads:True"));
        }

        @Test
        void eitherNameOfTheUsersStays() {
            assertThat(new Around()
                            .installed("torch", "2.15.0")
                            .set("PYTORCH_CUDA_ALLOC_CONF", "backend:native")
                            .tuned(Asking.gpu(Asking.growth(true)))
                            .variables())
                    .isEmpty();
        }

        @Test
        void theFractionInEachLibrarysWay() {
            Tuning tuning = new Around()
                    .gpus("9.0", 150L << 30, 2)
                    .installed("torch", "2.15.0")
                    .installed("jaxlib", "0.10.2")
                    .installed("tensorflow", "2.21.0")
                    .tuned(Asking.gpu(Asking.fraction(0.5)));

            assertThat(tuning.variables()).isEqualTo(Map.of("XLA_CLIENT_MEM_FRACTION", "0.5"));
            assertThat(tuning.settings())
                    .contains(
                            new Setting.AtStartup(Action.TORCH_MEMORY_FRACTION, "0.5", "cuda.memory_fraction"),
                            new Setting.AtStartup(
                                    Action.TENSORFLOW_MEMORY_LIMIT, "76800", "cuda.memory_fraction of 153600 MiB"));
        }

        @Test
        void jaxHasTwoNamesForItAndDoesNotStartWithBoth() {
            Around jax = new Around().installed("jaxlib", "0.10.2").set("XLA_PYTHON_CLIENT_MEM_FRACTION", "0.3");
            assertThat(jax.tuned(Asking.gpu(Asking.fraction(0.5))).variables()).isEmpty();
            assertThat(new Around()
                            .installed("jaxlib", "0.4.30")
                            .tuned(Asking.gpu(Asking.fraction(0.5)))
                            .variables())
                    .containsOnlyKeys("XLA_PYTHON_CLIENT_MEM_FRACTION");
        }

        @Test
        void tensorflowCannotHaveBoth() {
            GpuSettings both = new GpuSettings(OptionalDouble.of(0.5), Optional.of(true), Optional.empty(), Map.of());
            Tuning tuning = new Around()
                    .gpus("9.0", 80L << 30, 1)
                    .installed("tensorflow", "2.21.0")
                    .tuned(Asking.gpu(both));

            assertThat(tuning.variables()).isEqualTo(Map.of("TF_FORCE_GPU_ALLOW_GROWTH", "true"));
            assertThat(tuning.withheld())
                    .extracting(Withheld::reason)
                    .contains("it cannot be had together with cuda.allow_growth");
        }

        @Test
        void tf32() {
            Around torch = new Around().gpus("9.0", 1, 1).installed("torch", "2.15.0");
            assertThat(torch.tuned(Asking.gpu(Asking.tf32(true))).variables())
                    .isEqualTo(Map.of("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", "1"));
            assertThat(torch.tuned(Asking.gpu(Asking.tf32(false))).variables())
                    .isEqualTo(Map.of("NVIDIA_TF32_OVERRIDE", "0"));
            assertThat(torch.gpus("7.5", 1, 1)
                            .tuned(Asking.gpu(Asking.tf32(true)))
                            .withheld())
                    .extracting(Withheld::reason)
                    .contains("a GPU here has no tensor cores for TF32");
        }

        @Test
        void whichAProgramSees() {
            assertThat(new Around()
                            .gpus("9.0", 1, 4)
                            .tuned(DEFAULT, GpuSelection.parse("0,2"))
                            .variables())
                    .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "0,2", "CUDA_DEVICE_ORDER", "PCI_BUS_ID"));
            assertThat(new Around()
                            .tuned(DEFAULT, GpuSelection.parse("MIG-8ed1"))
                            .variables())
                    .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "MIG-8ed1"));
            assertThat(new Around().tuned(DEFAULT, GpuSelection.parse("none")).variables())
                    .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "-1", "HIP_VISIBLE_DEVICES", "-1"));
            assertThat(new Around().tuned(DEFAULT, GpuSelection.parse("all")).variables())
                    .isEmpty();
            assertThat(new Around()
                            .accelerator(new Accelerator.Rocm(Optional.empty(), List.of()))
                            .tuned(DEFAULT, GpuSelection.parse("1"))
                            .variables())
                    .isEqualTo(Map.of("HIP_VISIBLE_DEVICES", "1"));
        }

        @Test
        void contradictions() {
            assertThat(new Around()
                            .gpus("9.0", 1, 2)
                            .tuned(DEFAULT, GpuSelection.parse("0,2"))
                            .contradictions())
                    .singleElement()
                    .extracting(Contradiction::message, InstanceOfAssertFactories.STRING)
                    .contains("names the GPU 2", "2 here");
            assertThat(new Around()
                            .set("CUDA_VISIBLE_DEVICES", "all")
                            .set("PYTORCH_CUDA_ALLOC_CONF", "backend:native")
                            .set("PYTORCH_ALLOC_CONF", "backend:native")
                            .tuned(DEFAULT)
                            .contradictions())
                    .extracting(Contradiction::message)
                    .satisfiesExactly(
                            all -> assertThat(all).contains("programs see none"),
                            both -> assertThat(both).contains("are both set"));
            assertThat(new Around()
                            .installed("torch", "2.15.0")
                            .tuned(Asking.gpu(Asking.allocator(
                                    Map.of("backend", "cudaMallocAsync", "expandable_segments", "true"))))
                            .contradictions())
                    .hasSize(1);
        }
    }

    @Test
    void cachesInTheProject() {
        Tuning tuning = new Around()
                .installed("transformers", "5.0.0")
                .installed("torch", "2.15.0")
                .installed("kagglehub", "1.0.0")
                .set("TORCH_HOME", "/mine")
                .tuned(Asking.caches("project"));

        Path caches = Path.of("/work/shop/.python-env/caches");
        assertThat(tuning.variables())
                .isEqualTo(Map.of(
                        "HF_HOME", caches.resolve("huggingface").toString(),
                        "KAGGLEHUB_CACHE", caches.resolve("kaggle").toString(),
                        "UV_CACHE_DIR", caches.resolve("uv").toString()));
        assertThat(tuning.folders())
                .containsOnlyKeys(caches.resolve("huggingface"), caches.resolve("kaggle"), caches.resolve("uv"))
                .doesNotContainValue(true);
        assertThat(new Around().tuned(Asking.caches("shared:/srv/models")).folders())
                .containsEntry(Path.of("/srv/models/uv"), true);
    }

    @Test
    void theInterpretersOwn() {
        assertThat(new Around()
                        .set("PYTHONHASHSEED", "7")
                        .tuned(Asking.python(true, "0"))
                        .variables())
                .containsOnlyKeys("PYTHONUNBUFFERED", "PYTHONFAULTHANDLER", "PYTHONDONTWRITEBYTECODE");
        assertThat(new Around().tuned(Asking.python(false, "0")).variables()).isEqualTo(Map.of("PYTHONHASHSEED", "0"));
    }

    @Test
    void switchedOffItSetsNothing() {
        assertThat(new Around().cpus(16, 8).tuned(Asking.off())).isEqualTo(Tuning.NONE);
    }

    @Test
    void everySettingSaysWhy() {
        Tuning tuning = new Around().quota(2).installed("numpy", "2.4.6").tuned(Asking.memory(true));

        assertThat(tuning.settings())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.reason()).isNotBlank());
    }

    @Test
    void asAFileForOthers() {
        String text = Dotenv.text(new Around().cpus(16, 8).tuned(DEFAULT));

        assertThat(text).isEqualTo("""
                        # Settings for programs in this environment, made by python-env.
                        # 8 cores with 16 CPUs
                        OMP_NUM_THREADS=8
                        """);
    }
}
