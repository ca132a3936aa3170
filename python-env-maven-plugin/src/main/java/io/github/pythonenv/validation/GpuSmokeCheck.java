package io.github.pythonenv.validation;

import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.tuning.GpuCheck;
import io.github.pythonenv.tuning.GpuCheckResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether GPUs work: by the driver alone, and by each library that is installed. */
record GpuSmokeCheck(Subject subject, Installed installed, GpuCheck check) implements Check {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "gpu-" + check.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Category category() {
        return Category.GPU;
    }

    @Override
    public String title() {
        return check.title();
    }

    @Override
    public Outcome look() {
        Set<String> names =
                installed.packages().stream().map(InstalledPackage::normalName).collect(Collectors.toSet());
        Optional<GpuCheckResult> skipped = check.skipped(subject.detection().get(), names);
        return outcome(skipped.orElseGet(this::run));
    }

    private GpuCheckResult run() {
        // As programs are started here: the tuning says which GPUs, and how much of their memory.
        Python python = subject.python().with(subject.tuning());
        Completed completed = subject.processes()
                .run(new Command(
                        check.command(python.executable()), subject.directory(), python.variables(), DEADLINE));
        return check.result(completed.exitCode(), completed.out(), completed.err());
    }

    private static Outcome outcome(GpuCheckResult result) {
        if (result.verdict() == GpuCheckResult.Verdict.SKIPPED) {
            return Outcome.skipped(result.text());
        }
        Findings findings = new Findings();
        result.facts().forEach(fact -> findings.saw("fact", fact));
        return result.verdict() == GpuCheckResult.Verdict.PASSED
                ? findings.saw("result", result.text()).outcome()
                : findings.fault(
                                result.text().replaceFirst("\\.$", ""),
                                "See what mvn python-env:doctor says of the GPU and its driver, and whether the installed"
                                        + " build of the library is for it; accelerator=auto chooses one that is.")
                        .outcome();
    }
}
