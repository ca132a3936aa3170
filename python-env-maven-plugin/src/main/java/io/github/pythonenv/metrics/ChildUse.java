package io.github.pythonenv.metrics;

/**
 * What the child processes of a run took. Looked at every tenth of a second, so what lives shorter counts little.
 *
 * @param started how many were started
 * @param cpuMilliseconds their processor time with all their own children; 0 where the system does not say
 * @param peakBytes the most memory that one of them had in use with its children; 0 where the system does not say
 */
public record ChildUse(int started, long cpuMilliseconds, long peakBytes) {

    public static final ChildUse NONE = new ChildUse(0, 0, 0);

    /**
     * The same with one process more.
     *
     * @param cpu its processor time in milliseconds
     * @param peak the most memory that it had in use, in bytes
     */
    public ChildUse plus(long cpu, long peak) {
        return new ChildUse(started + 1, cpuMilliseconds + cpu, Math.max(peakBytes, peak));
    }
}
