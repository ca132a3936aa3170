package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was asked of memory.
 *
 * @param gcThreshold the three thresholds of Python's cyclic garbage collector ({@code gc.set_threshold}); empty to
 *     leave them
 * @param mallocTrimThreshold free bytes at the top of the heap from which glibc gives them back ({@code mallopt(3)},
 *     M_TRIM_THRESHOLD)
 * @param mallocMmapThreshold bytes from which glibc maps an allocation by itself (M_MMAP_THRESHOLD)
 * @param mallocArenaMax how many arenas glibc may make (M_ARENA_MAX)
 */
public record MemorySettings(
        List<Integer> gcThreshold,
        OptionalLong mallocTrimThreshold,
        OptionalLong mallocMmapThreshold,
        OptionalInt mallocArenaMax) {

    /** Nothing was asked. */
    public static final MemorySettings NONE =
            new MemorySettings(List.of(), OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());

    /** Half of the address space that glibc takes at once for an arena (mallopt(3)): on 64-bit machines 32 MiB. */
    private static final long LARGEST_MMAP_THRESHOLD = 32L << 20;

    /**
     * Reads a number of bytes as people write it.
     *
     * @param key the setting, for the message
     * @throws UserFailure where it is none
     */
    public static long bytes(String key, String text) {
        return ByteSize.parse(key, text);
    }

    public MemorySettings {
        gcThreshold = List.copyOf(gcThreshold);
        if (!gcThreshold.isEmpty()
                && (gcThreshold.size() > 3 || gcThreshold.stream().anyMatch(threshold -> threshold < 0))) {
            throw new UserFailure(
                    "memory.gc_threshold is " + gcThreshold + ".",
                    "Give one to three numbers, 0 or more, as Python's gc.set_threshold takes them: [700, 10, 10].");
        }
        if (mallocMmapThreshold.isPresent() && mallocMmapThreshold.getAsLong() > LARGEST_MMAP_THRESHOLD) {
            throw new UserFailure(
                    "memory.malloc_mmap_threshold is " + mallocMmapThreshold.getAsLong()
                            + " bytes, and glibc takes no more than " + LARGEST_MMAP_THRESHOLD + ".",
                    "Take at most 32 MiB.");
        }
        if (mallocArenaMax.isPresent() && mallocArenaMax.getAsInt() < 1) {
            throw new UserFailure(
                    "memory.malloc_arena_max is " + mallocArenaMax.getAsInt() + ".",
                    "Take 1 or more, or leave it away.");
        }
    }
}
