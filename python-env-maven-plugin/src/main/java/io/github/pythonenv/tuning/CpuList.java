package io.github.pythonenv.tuning;

import java.util.SortedSet;
import java.util.TreeSet;

/** Lists of CPUs as the kernel writes them: {@code 0-3,8,10-11}. Source: the kernel's "CPU lists" (cpuset(7), Formats). */
final class CpuList {

    private CpuList() {}

    /** The CPUs; none where it is no such list. */
    static SortedSet<Integer> parse(String text) {
        SortedSet<Integer> cpus = new TreeSet<>();
        if (!text.matches("[0-9]{1,6}(-[0-9]{1,6})?(,[0-9]{1,6}(-[0-9]{1,6})?)*")) {
            return cpus;
        }
        for (String range : text.split(",", -1)) {
            String[] ends = range.split("-", 2);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int cpu = Integer.parseInt(ends[0]); cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }
}
