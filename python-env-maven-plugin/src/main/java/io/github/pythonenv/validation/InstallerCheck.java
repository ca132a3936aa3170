package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether there is something that installs packages: the uv that built the environment, pip or ensurepip. */
record InstallerCheck(Subject subject) implements Check {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "installer";
    }

    @Override
    public Category category() {
        return Category.PYTHON;
    }

    @Override
    public String title() {
        return "uv, or pip and ensurepip, can install packages";
    }

    @Override
    public Outcome look() {
        if (subject.packed()) {
            return Outcome.skipped("The environment was packed elsewhere: nothing is installed into it here.");
        }
        Findings findings = new Findings();
        boolean uv = uv(findings);
        boolean pip = pip(findings);
        if (!uv && !pip) {
            findings.fault(
                    "Nothing here can install packages",
                    "Run mvn python-env:ensure -Dpython-env.force, which fetches uv where it is missing.");
        }
        return findings.outcome();
    }

    private boolean uv(Findings findings) {
        Optional<Path> uv = subject.uv().filter(Files::exists);
        if (uv.isEmpty()) {
            findings.saw("uv", subject.state().uv() + " built the environment and is not in the store any more");
            return false;
        }
        return tried(findings, "uv", List.of(uv.get().toString(), "--version"));
    }

    private boolean pip(Findings findings) {
        String python = subject.layout().python().toString();
        boolean installed = subject.installed().packages().stream()
                .map(InstalledPackage::name)
                .anyMatch("pip"::equals);
        return installed
                ? tried(findings, "pip", List.of(python, "-I", "-m", "pip", "--version"))
                : Files.isExecutable(subject.runtime().executable())
                        && attempted(findings, "ensurepip", List.of(python, "-I", "-m", "ensurepip", "--version"));
    }

    /** What is there has to work. */
    private boolean tried(Findings findings, String name, List<String> command) {
        boolean works = attempted(findings, name, command);
        if (!works) {
            findings.fault(
                    name + " is there and does not start",
                    "See what it says in the evidence; mvn python-env:ensure -Dpython-env.force fetches it anew.");
        }
        return works;
    }

    private boolean attempted(Findings findings, String name, List<String> command) {
        try {
            Completed completed =
                    subject.processes().run(new Command(command, subject.directory(), subject.variables(), DEADLINE));
            findings.saw(name, Python.lastWords(completed));
            return completed.succeeded();
        } catch (UserFailure e) {
            findings.saw(name, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
