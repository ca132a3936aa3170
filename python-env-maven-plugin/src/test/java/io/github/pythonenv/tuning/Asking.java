package io.github.pythonenv.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a user may ask, one thing at a time over the default. */
final class Asking {

    private Asking() {}

    static Optimization threads(int workers, ThreadSettings.Affinity affinity) {
        return with(
                MemorySettings.NONE,
                new ThreadSettings(workers, affinity),
                GpuSettings.NONE,
                CacheSettings.NONE,
                PythonSettings.NONE,
                false);
    }

    static Optimization memory(boolean atStartup) {
        return with(
                new MemorySettings(
                        List.of(50_000, 20, 20), OptionalLong.of(131_072), OptionalLong.of(1 << 20), OptionalInt.of(2)),
                ThreadSettings.NONE,
                GpuSettings.NONE,
                CacheSettings.NONE,
                PythonSettings.NONE,
                atStartup);
    }

    static Optimization gpu(GpuSettings gpu) {
        return with(MemorySettings.NONE, ThreadSettings.NONE, gpu, CacheSettings.NONE, PythonSettings.NONE, true);
    }

    static GpuSettings fraction(double fraction) {
        return new GpuSettings(OptionalDouble.of(fraction), Optional.empty(), Optional.empty(), Map.of());
    }

    static GpuSettings growth(boolean growth) {
        return new GpuSettings(OptionalDouble.empty(), Optional.of(growth), Optional.empty(), Map.of());
    }

    static GpuSettings tf32(boolean tf32) {
        return new GpuSettings(OptionalDouble.empty(), Optional.empty(), Optional.of(tf32), Map.of());
    }

    static GpuSettings allocator(Map<String, String> options) {
        return new GpuSettings(OptionalDouble.empty(), Optional.empty(), Optional.empty(), options);
    }

    static Optimization caches(String place) {
        return with(
                MemorySettings.NONE,
                ThreadSettings.NONE,
                GpuSettings.NONE,
                CacheSettings.parse(place, Path.of("/work/shop")),
                PythonSettings.NONE,
                false);
    }

    static Optimization python(boolean on, String seed) {
        return with(
                MemorySettings.NONE,
                ThreadSettings.NONE,
                GpuSettings.NONE,
                CacheSettings.NONE,
                new PythonSettings(Optional.of(on), Optional.of(on), Optional.of(on), Optional.of(seed)),
                false);
    }

    static Optimization off() {
        return new Optimization(
                false,
                MemorySettings.NONE,
                new ThreadSettings(3, ThreadSettings.Affinity.CLOSE),
                GpuSettings.NONE,
                CacheSettings.NONE,
                PythonSettings.NONE,
                true);
    }

    private static Optimization with(
            MemorySettings memory,
            ThreadSettings threads,
            GpuSettings gpu,
            CacheSettings caches,
            PythonSettings python,
            boolean atStartup) {
        return new Optimization(true, memory, threads, gpu, caches, python, atStartup);
    }
}
