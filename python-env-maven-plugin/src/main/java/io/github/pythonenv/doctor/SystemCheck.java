package io.github.pythonenv.doctor;

import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;

/** System and C library: what decides which binaries start here. */
record SystemCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "system";
    }

    @Override
    public Category category() {
        return Category.MACHINE;
    }

    @Override
    public String title() {
        return "Operating system and C library";
    }

    @Override
    public Outcome look() {
        Platform platform = examination.host().platform();
        Findings findings = new Findings()
                .saw("platform", platform.id())
                .saw("system", platform.os().id() + " " + examination.host().osVersion());
        examination
                .files()
                .text("/etc/os-release")
                .map(text -> text.replaceFirst("(?s)^.*?PRETTY_NAME=\"?([^\"\\n]*)\"?.*$", "$1"))
                .filter(name -> platform.os() == OperatingSystem.LINUX && !name.contains("\n"))
                .ifPresent(name -> findings.saw("distribution", name));
        if (platform.os() == OperatingSystem.LINUX) {
            findings.saw("C library", platform.libc());
            if (platform.libc() instanceof Libc.Unknown) {
                findings.doubt(
                        "It cannot be told which C library this Linux has",
                        "See that /proc is there and libc's file may be read. Until then, name a Python that starts here"
                                + " with <source>system</source>.");
            }
        }
        return findings.outcome();
    }
}
