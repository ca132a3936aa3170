package io.github.pythonenv.doctor;

import com.sun.management.OperatingSystemMXBean;
import io.github.pythonenv.tuning.MachineFiles;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory in bytes.
 *
 * @param available what programs that start now may have without swapping
 * @param limit what the control group of this process may have; nothing where there is no limit
 */
record Memory(OptionalLong available, OptionalLong limit) {

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(?<kibibytes>\\d{1,15}) kB");

    private static final Pattern CACHED = Pattern.compile("(?m)^(?:total_)?inactive_file (?<bytes>\\d{1,18})$");

    /**
     * Reads what Linux tells, and asks the JVM elsewhere. Source: proc_meminfo(5); the kernel's cgroup-v2.rst
     * (memory.max, memory.current, memory.stat) and cgroup-v1/memory.rst.
     */
    static Memory of(MachineFiles files) {
        OptionalLong machine =
                number(AVAILABLE.matcher(files.text("/proc/meminfo").orElse("")), 1024);
        if (machine.isEmpty()) {
            return ofJvm();
        }
        // A container sees its own group at the top; outside of one, the group of a build has no limit as a rule.
        Optional<Group> group = group(files, "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current")
                .or(() -> group(
                        files,
                        "/sys/fs/cgroup/memory/memory.limit_in_bytes",
                        "/sys/fs/cgroup/memory/memory.usage_in_bytes"));
        if (group.isEmpty() || group.get().limit() > (1L << 50)) {
            // Version 1 says "no limit" with a number like that.
            return new Memory(machine, OptionalLong.empty());
        }
        long left = Math.max(0, group.get().limit() - group.get().used());
        return new Memory(
                OptionalLong.of(Math.min(machine.getAsLong(), left)),
                OptionalLong.of(group.get().limit()));
    }

    private record Group(long limit, long used) {}

    private static Optional<Group> group(MachineFiles files, String limit, String used) {
        OptionalLong most = bytes(files.text(limit));
        OptionalLong now = bytes(files.text(used));
        if (most.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        // Files that were read lately are counted, and given up when programs want the room.
        String statistics = files.text(limit.substring(0, limit.lastIndexOf('/')) + "/memory.stat")
                .orElse("");
        long cached = number(CACHED.matcher(statistics), 1).orElse(0);
        return Optional.of(new Group(most.getAsLong(), Math.max(0, now.getAsLong() - cached)));
    }

    private static OptionalLong bytes(Optional<String> text) {
        return text.filter(number -> number.matches("\\d{1,19}")).stream()
                .filter(number -> number.length() < 19)
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static OptionalLong number(Matcher matcher, long unit) {
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) * unit) : OptionalLong.empty();
    }

    private static Memory ofJvm() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? new Memory(OptionalLong.of(system.getFreeMemorySize()), OptionalLong.empty())
                : new Memory(OptionalLong.empty(), OptionalLong.empty());
    }
}
