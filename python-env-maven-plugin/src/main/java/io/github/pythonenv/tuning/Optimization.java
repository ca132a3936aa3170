package io.github.pythonenv.tuning;

/**
 * What was asked in the object {@code optimization} of python-env.json.
 *
 * @param enabled whether anything is tuned at all
 * @param memory keys {@code memory.…}
 * @param threads keys {@code threading.…}
 * @param gpu keys {@code cuda.…}
 * @param caches key {@code caches}
 * @param python keys {@code python.…}
 * @param applyAtStartup whether the environment's interpreter applies it by itself, however it is started
 */
public record Optimization(
        boolean enabled,
        MemorySettings memory,
        ThreadSettings threads,
        GpuSettings gpu,
        CacheSettings caches,
        PythonSettings python,
        boolean applyAtStartup) {

    /** Nothing was asked: threads follow the machine, and all else is left as it is. */
    public static final Optimization DEFAULT = new Optimization(
            true,
            MemorySettings.NONE,
            ThreadSettings.NONE,
            GpuSettings.NONE,
            CacheSettings.NONE,
            PythonSettings.NONE,
            false);
}
