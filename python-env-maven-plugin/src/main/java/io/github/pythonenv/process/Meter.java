package io.github.pythonenv.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a program and looks meanwhile at what it takes. The kernel forgets a process when it ends, and the JDK
 * collects it at once, so what is known is what the last look saw.
 */
final class Meter {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    /** To find all descendants, the JDK reads a file of each process of the machine. */
    private static final long BETWEEN_FAMILIES = TimeUnit.MILLISECONDS.toNanos(500);

    private final Process process;
    private final ProcFiles files;
    private final long start = System.nanoTime();
    private long family = start;
    private Duration cpu = Duration.ZERO;
    private long peakBytes;

    Meter(Process process, ProcFiles files) {
        this.process = process;
        this.files = files;
    }

    /** Whether it ended before the deadline. */
    boolean await(Duration deadline) throws InterruptedException {
        long end = start + TimeUnit.NANOSECONDS.convert(deadline);
        long pause = FIRST_PAUSE;
        while (true) {
            long left = end - System.nanoTime();
            if (process.waitFor(Math.min(pause, Math.max(0, left)), TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
            look();
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    Usage usage(String program) {
        return new Usage(program, Duration.ofNanos(System.nanoTime() - start), cpu, peakBytes);
    }

    private void look() {
        ProcFiles.Look own = files.look(process.pid());
        if (own.equals(ProcFiles.Look.NOTHING)) {
            // Another system than Linux: the JDK knows the processor time of one process there.
            process.toHandle().info().totalCpuDuration().ifPresent(this::atLeast);
            return;
        }
        Duration time = own.cpu();
        long resident = own.residentBytes();
        if (System.nanoTime() - family > BETWEEN_FAMILIES) {
            for (ProcessHandle descendant : process.descendants().toList()) {
                ProcFiles.Look its = files.look(descendant.pid());
                time = time.plus(its.cpu());
                resident += its.residentBytes();
            }
            family = System.nanoTime();
        }
        atLeast(time);
        peakBytes = Math.max(peakBytes, Math.max(own.peakBytes(), resident));
    }

    /** A child that has ended, and that nobody has waited for yet, is missing in a look. */
    private void atLeast(Duration seen) {
        cpu = seen.compareTo(cpu) > 0 ? seen : cpu;
    }
}
