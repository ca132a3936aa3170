package io.github.pythonenv.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files a process may have open: child processes inherit the limit of this one. */
record OpenFilesCheck(Examination examination) implements Check {

    /** uv has 50 downloads open at once, and a file beside each. */
    private static final long LEAST = 128;

    /** What systems give a process as a rule. */
    private static final long USUAL = 1024;

    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files\\s+(?<soft>\\d{1,18}|unlimited)\\s");

    @Override
    public String id() {
        return "open-files";
    }

    @Override
    public Category category() {
        return Category.MACHINE;
    }

    @Override
    public String title() {
        return "Limit of open files";
    }

    @Override
    public Outcome look() {
        OptionalLong limit = limit(examination.files());
        if (limit.isEmpty()) {
            return Outcome.skipped("This system does not tell such a limit.");
        }
        Findings findings = new Findings().saw("limit", limit.getAsLong());
        String what = "A process may have " + limit.getAsLong() + " files open";
        String hint = "Raise the limit before Maven is started: ulimit -n 4096, LimitNOFILE= of a systemd unit, or"
                + " docker run --ulimit nofile=4096.";
        if (limit.getAsLong() < LEAST) {
            findings.fault(what, hint);
        } else if (limit.getAsLong() < USUAL) {
            findings.doubt(what, hint);
        }
        return findings.outcome();
    }

    /** Source: proc_pid_limits(5). The JVM raises its own limit to what it may, and its children have that. */
    private static OptionalLong limit(MachineFiles files) {
        Matcher matcher = LIMIT.matcher(files.text("/proc/self/limits").orElse(""));
        if (matcher.find()) {
            return matcher.group("soft").equals("unlimited")
                    ? OptionalLong.of(Long.MAX_VALUE)
                    : OptionalLong.of(Long.parseLong(matcher.group("soft")));
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }
}
