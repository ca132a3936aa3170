package io.github.pythonenv.tuning;

import io.github.pythonenv.platform.Libc;
import java.util.stream.Collectors;

/**
 * Memory of the process. glibc reads its variables when a program starts, before Python does anything. Source: mallopt(3),
 * "Environment variables"; the underscore at the end of some names is theirs.
 */
record MemoryTuning(Surroundings surroundings, Settings settings) {

    void add(MemorySettings asked) {
        if (!asked.gcThreshold().isEmpty()) {
            settings.startup(
                    Setting.Action.GC_THRESHOLD,
                    asked.gcThreshold().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "memory.gc_threshold");
        }
        asked.mallocTrimThreshold()
                .ifPresent(bytes -> glibc("MALLOC_TRIM_THRESHOLD_", bytes, "memory.malloc_trim_threshold"));
        asked.mallocMmapThreshold()
                .ifPresent(bytes -> glibc("MALLOC_MMAP_THRESHOLD_", bytes, "memory.malloc_mmap_threshold"));
        asked.mallocArenaMax().ifPresent(arenas -> glibc("MALLOC_ARENA_MAX", arenas, "memory.malloc_arena_max"));
    }

    private void glibc(String name, long value, String key) {
        if (surroundings.platform().libc() instanceof Libc.Glibc) {
            settings.variable(name, value, key);
        } else {
            settings.withhold(
                    name, String.valueOf(value), "only glibc reads it, and this is " + surroundings.platform());
        }
    }
}
