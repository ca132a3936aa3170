package io.github.pythonenv.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux tells of processes. Source: {@code proc(5)}.
 *
 * @param root {@code /proc}
 */
record ProcFiles(Path root) {

    static final ProcFiles SYSTEM = new ProcFiles(Path.of("/proc"));

    /** Ticks of a second in these files: USER_HZ, which is 100 on x86_64 and aarch64. */
    private static final long MILLIS_PER_TICK = 10;

    private static final Pattern SPACES = Pattern.compile(" +");

    /**
     * A look at a process.
     *
     * @param cpu its own, and that of the children it has waited for
     * @param residentBytes memory in use now
     * @param peakBytes the most that was in use at once, which the kernel keeps
     */
    record Look(Duration cpu, long residentBytes, long peakBytes) {
        static final Look NOTHING = new Look(Duration.ZERO, 0, 0);
    }

    /** Nothing where the process is gone, or the system has no such files. */
    Look look(long pid) {
        Path folder = root.resolve(Long.toString(pid));
        try {
            String stat = Files.readString(folder.resolve("stat"));
            String status = Files.readString(folder.resolve("status"));
            // The name of the program comes second, in parentheses, and may hold anything.
            List<String> fields = SPACES.splitAsStream(
                            stat.substring(stat.lastIndexOf(')') + 1).strip())
                    .toList();
            long ticks = 0;
            for (String field : fields.subList(11, 15)) {
                ticks += Long.parseLong(field);
            }
            return new Look(Duration.ofMillis(ticks * MILLIS_PER_TICK), bytes(status, "VmRSS"), bytes(status, "VmHWM"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException gone) {
            return Look.NOTHING;
        }
    }

    private static long bytes(String status, String field) {
        Matcher matcher = Pattern.compile("(?m)^" + field + ":\\s+(\\d+) kB$").matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
    }
}
