package io.github.pythonenv.tuning;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;

/**
 * The CPUs that programs started by this process may use.
 *
 * @param allowed how many of the machine's CPUs they may run on
 * @param cores how many cores these belong to: with simultaneous multithreading two CPUs are one core
 * @param quota how many CPUs' worth of time they may use together
 */
public record Cpus(int allowed, int cores, OptionalDouble quota) {

    private static final String TOPOLOGY = "/sys/devices/system/cpu/cpu";

    /**
     * Reads what Linux says of affinity, cores and control groups. Other systems have no such files: there each CPU that
     * the JVM counts is taken for a core.
     *
     * @param jvm how many CPUs the JVM counts
     */
    public static Cpus of(MachineFiles files, int jvm) {
        SortedSet<Integer> allowed = CpuList.parse(files.text("/proc/self/status")
                .orElse("")
                .replaceFirst("(?s)^.*\\nCpus_allowed_list:\\s*(\\S+).*$", "$1"));
        if (allowed.isEmpty()) {
            return new Cpus(jvm, jvm, OptionalDouble.empty());
        }
        Set<String> cores = new HashSet<>();
        for (int cpu : allowed) {
            cores.add(files.text(TOPOLOGY + cpu + "/topology/thread_siblings_list")
                    .orElse(String.valueOf(cpu)));
        }
        return new Cpus(allowed.size(), cores.size(), new CpuQuota(files).cpus());
    }

    /** How many threads compute best: one for each core, and no more than there is time for. */
    public int threads() {
        return Math.max(1, Math.min(cores, timeFor()));
    }

    /** Whether there is less time than CPUs. */
    public boolean limited() {
        return timeFor() < allowed;
    }

    /** How many CPUs there is time for, rounded up. */
    public int timeFor() {
        return quota.isPresent() ? Math.max(1, (int) Math.ceil(quota.getAsDouble() - 1e-9)) : allowed;
    }

    /** Why there are so many threads, a phrase for a person. */
    public String reason() {
        String cpus = cores == allowed ? count(cores, "core") : count(cores, "core") + " with " + allowed + " CPUs";
        return quota.isPresent()
                ? cpus + ", and time for "
                        + new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(quota.getAsDouble())
                        + " of them"
                : cpus;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
