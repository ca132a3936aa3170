package io.github.pythonenv.doctor;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.tuning.Cpus;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The CPUs: how many there are for this build, and whether they have what wheels are built for. */
record ProcessorsCheck(Examination examination) implements Check {

    /**
     * What x86-64-v2 adds, by the kernel's names. Source: the System V psABI for x86-64, "Micro-Architecture Levels";
     * the kernel's cpufeatures.h ({@code pni} is SSE3).
     */
    private static final Set<String> VERSION_2 =
            Set.of("cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2");

    @Override
    public String id() {
        return "processors";
    }

    @Override
    public Category category() {
        return Category.MACHINE;
    }

    @Override
    public String title() {
        return "CPUs";
    }

    @Override
    public Outcome look() {
        Cpus cpus = Cpus.of(examination.files(), Runtime.getRuntime().availableProcessors());
        Findings findings = new Findings()
                .saw(
                        "architecture",
                        examination.host().platform().architecture().id())
                .saw("CPUs", cpus.reason());
        if (cpus.quota().isPresent() && cpus.quota().getAsDouble() < 1) {
            findings.doubt(
                    "This build may use less than one CPU: " + cpus.reason(),
                    "Give the container or the control group one CPU at least; with less, installing takes that much longer.");
        }
        if (examination.host().platform().architecture() == Architecture.X86_64) {
            lookAtFeatures(findings);
        }
        return findings.outcome();
    }

    private void lookAtFeatures(Findings findings) {
        List<String> flags = examination
                .files()
                .text("/proc/cpuinfo")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith("flags")).findFirst())
                .map(line ->
                        Arrays.asList(line.replaceFirst("^[^:]*:", "").strip().split("\\s+")))
                .orElse(List.of());
        if (flags.isEmpty()) {
            return;
        }
        Set<String> missing = new TreeSet<>(VERSION_2);
        missing.removeAll(new HashSet<>(flags));
        if (missing.isEmpty()) {
            findings.saw("instructions", "x86-64-v2 or more");
        } else {
            findings.doubt(
                    "The CPU, or what emulates it, lacks " + String.join(", ", missing) + " of x86-64-v2",
                    "Wheels may be built for x86-64-v2 and end with an illegal instruction here: choose another CPU"
                            + " model for the virtual machine, such as host.");
        }
    }
}
