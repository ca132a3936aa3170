package io.github.pythonenv.archive;

/**
 * Bounds against archives that are made to fill the disk.
 *
 * @param entries the most entries
 * @param bytes the most bytes unpacked
 * @param ratio the most bytes unpacked for each packed byte, over all entries together
 * @param harmless so many bytes unpacked are accepted at any ratio
 */
record Limits(long entries, long bytes, long ratio, long harmless) {

    /** Interpreters have some 10,000 entries, 100 MB and a ratio of 4; environments with CUDA ten times as much. */
    static final Limits USUAL = new Limits(1_000_000, 32L << 30, 100, 16 << 20);
}
