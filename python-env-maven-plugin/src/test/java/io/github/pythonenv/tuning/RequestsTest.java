package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may write, and what not. */
class RequestsTest {

    @ParameterizedTest
    @CsvSource({
        "auto, auto",
        "CPU, cpu",
        "cuda, cuda",
        "cuda-12.6, cuda-12.6",
        "cuda13.0, cuda-13.0",
        "rocm-6.2.4, rocm-6.2.4",
        "xpu, xpu"
    })
    void accelerators(String text, String canonical) {
        assertThat(AcceleratorRequest.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda-12", "cpu-1.0", "cu126", "auto-12.6", "cuda-12.6.x"})
    void noAccelerators(String text) {
        refused(() -> AcceleratorRequest.parse(text), "is not known");
    }

    @ParameterizedTest
    @CsvSource({"all, all", "NONE, none", "'0, 2', '0,2'", "MIG-8ed1-77, MIG-8ed1-77", "GPU-9221d5d1, GPU-9221d5d1"})
    void gpus(String text, String canonical) {
        assertThat(GpuSelection.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0,,1", "0,0", "-1", "first", "0 1"})
    void noGpus(String text) {
        refused(() -> GpuSelection.parse(text), "cannot be understood");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "131072, 131072", "128k, 131072", "128 KiB, 131072", "64MB, 67108864", "1g, 1073741824"})
    void sizes(String text, long bytes) {
        assertThat(ByteSize.parse("key", text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5m", "much", "9999999999999999"})
    void noSizes(String text) {
        refused(() -> ByteSize.parse("memory.malloc_trim_threshold", text), "is no number of bytes");
    }

    @Test
    void threads() {
        assertThat(ThreadSettings.workers("auto")).isEqualTo(ThreadSettings.AUTO);
        assertThat(ThreadSettings.workers("12")).isEqualTo(12);
        assertThat(ThreadSettings.Affinity.parse("true")).isEqualTo(ThreadSettings.Affinity.CLOSE);
        refused(() -> ThreadSettings.workers("0"), "threading.max_workers");
        refused(() -> ThreadSettings.Affinity.parse("near"), "threading.thread_affinity");
    }

    @Test
    void memory() {
        refused(() -> memory(List.of(1, 2, 3, 4), OptionalLong.empty(), OptionalInt.empty()), "memory.gc_threshold");
        refused(() -> memory(List.of(-1), OptionalLong.empty(), OptionalInt.empty()), "memory.gc_threshold");
        refused(
                () -> memory(List.of(), OptionalLong.of(64L << 20), OptionalInt.empty()),
                "memory.malloc_mmap_threshold");
        refused(() -> memory(List.of(), OptionalLong.empty(), OptionalInt.of(0)), "memory.malloc_arena_max");
    }

    private static MemorySettings memory(List<Integer> gc, OptionalLong mmap, OptionalInt arenas) {
        return new MemorySettings(gc, OptionalLong.empty(), mmap, arenas);
    }

    @Test
    void gpuMemoryAndAllocator() {
        refused(() -> gpu(OptionalDouble.of(0), Map.of()), "cuda.memory_fraction");
        refused(() -> gpu(OptionalDouble.of(1.1), Map.of()), "cuda.memory_fraction");
        refused(() -> gpu(OptionalDouble.of(Double.NaN), Map.of()), "cuda.memory_fraction");
        refused(() -> gpu(OptionalDouble.empty(), Map.of("max_split_size", "1")), "does not know");
        refused(() -> gpu(OptionalDouble.empty(), Map.of("backend", "mine")), "would not take");
        assertThat(gpu(OptionalDouble.of(1), Map.of("expandable_segments", "true"))
                        .any())
                .isTrue();
    }

    private static GpuSettings gpu(OptionalDouble fraction, Map<String, String> allocator) {
        return new GpuSettings(fraction, Optional.empty(), Optional.empty(), allocator);
    }

    @Test
    void caches() {
        Path project = Path.of("/work/shop").toAbsolutePath();
        assertThat(CacheSettings.parse("user", project)).isEqualTo(CacheSettings.NONE);
        assertThat(CacheSettings.parse("project", project).place()).isEqualTo(CacheSettings.Place.PROJECT);
        assertThat(CacheSettings.parse("shared:/srv/models", project))
                .isEqualTo(new CacheSettings(
                        CacheSettings.Place.SHARED,
                        Optional.of(Path.of("/srv/models").toAbsolutePath())));
        assertThat(CacheSettings.parse("../models", project).folder())
                .contains(Path.of("/work/models").toAbsolutePath());
        refused(() -> CacheSettings.parse("shared", project), "names no folder");
    }

    @Test
    void seeds() {
        assertThat(seed("random").hashSeed()).contains("random");
        assertThat(seed("4294967295").hashSeed()).contains("4294967295");
        refused(() -> seed("4294967296"), "Python would not start");
        refused(() -> seed("-1"), "Python would not start");
    }

    private static PythonSettings seed(String text) {
        return new PythonSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
    }

    @Test
    void indexes() {
        refused(() -> new TorchIndexRequest(Optional.of("ftp://mirror"), Map.of()), "no address of an index");
        refused(
                () -> new TorchIndexRequest(Optional.empty(), Map.of("cu126", "https://me:secret@mirror/whl")),
                "has a user name");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UserFailure.class, failure -> {
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.getMessage()).doesNotContain("secret");
            assertThat(failure.hint()).isNotBlank();
        });
    }
}
