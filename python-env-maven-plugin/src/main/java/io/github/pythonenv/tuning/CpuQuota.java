package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much CPU time the control group of this process may use: the smallest of all groups from its own to the root, since
 * each one limits those in it. Source: the kernel's cgroup-v2.rst (cpu.max) and sched-bwc.rst (cpu.cfs_quota_us of version
 * 1); proc_pid_mountinfo(5).
 */
record CpuQuota(MachineFiles files) {

    /**
     * Where a hierarchy of control groups is mounted.
     *
     * @param root which group of the hierarchy it shows at its top: a container sees its own there
     * @param folder where
     */
    private record Mount(String root, String folder) {}

    /** CPUs' worth of time, such as 1.5; nothing where there is no limit. */
    OptionalDouble cpus() {
        OptionalDouble least = OptionalDouble.empty();
        for (String line : files.text("/proc/self/cgroup").orElse("").split("\n", -1)) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3) {
                boolean second = parts[1].isEmpty();
                if (second || List.of(parts[1].split(",", -1)).contains("cpu")) {
                    OptionalDouble limit = mount(second)
                            .map(mount -> upwards(mount, parts[2], second))
                            .orElse(OptionalDouble.empty());
                    least = smaller(least, limit);
                }
            }
        }
        return least;
    }

    private Optional<Mount> mount(boolean second) {
        for (String line : files.text("/proc/self/mountinfo").orElse("").split("\n", -1)) {
            String[] halves = line.split(" - ", 2);
            String[] fields = halves[0].split(" ", -1);
            if (halves.length == 2 && fields.length > 4) {
                String[] kind = halves[1].split(" ", -1);
                boolean fits = second
                        ? kind[0].equals("cgroup2")
                        : kind[0].equals("cgroup")
                                && List.of(kind[kind.length - 1].split(",", -1)).contains("cpu");
                if (fits) {
                    return Optional.of(new Mount(fields[3], fields[4]));
                }
            }
        }
        return Optional.empty();
    }

    private OptionalDouble upwards(Mount mount, String group, boolean second) {
        // Outside of what the mount shows, or with a mount that shows our own group as its root.
        String below =
                group.startsWith(mount.root) && !mount.root.equals("/") ? group.substring(mount.root.length()) : group;
        if (!files.exists(mount.folder + below)) {
            below = "";
        }
        OptionalDouble least = OptionalDouble.empty();
        for (String path = below; ; path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            String folder = mount.folder + path;
            least = smaller(least, second ? ofVersion2(folder) : ofVersion1(folder));
            if (path.isEmpty()) {
                return least;
            }
        }
    }

    private OptionalDouble ofVersion2(String folder) {
        String[] parts = files.text(folder + "/cpu.max").orElse("max").split("\\s+", -1);
        return parts.length == 2 ? share(parts[0], parts[1]) : OptionalDouble.empty();
    }

    private OptionalDouble ofVersion1(String folder) {
        return share(
                files.text(folder + "/cpu.cfs_quota_us").orElse("-1"),
                files.text(folder + "/cpu.cfs_period_us").orElse("0"));
    }

    private static OptionalDouble share(String quota, String period) {
        boolean numbers = quota.matches("[0-9]{1,15}") && period.matches("[0-9]{1,15}");
        return numbers && Long.parseLong(period) > 0
                ? OptionalDouble.of((double) Long.parseLong(quota) / Long.parseLong(period))
                : OptionalDouble.empty();
    }

    private static OptionalDouble smaller(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()));
    }
}
