package io.github.pythonenv.validation;

import io.github.pythonenv.runtime.HealthCheck;
import io.github.pythonenv.runtime.ModuleFault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether the extension modules of the standard library are there and import. */
record StandardLibraryCheck(Subject subject) implements Check {

    @Override
    public String id() {
        return "stdlib";
    }

    @Override
    public Category category() {
        return Category.PYTHON;
    }

    @Override
    public String title() {
        return "The extension modules of the standard library import";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        JsonNode built = subject.python().ask("stdlib.py");
        findings.saw("extension modules", built.path("built").asInt(0) + " were built");
        List<ModuleFault> faults = new HealthCheck(subject.host(), subject.processes()).faults(subject.runtime());
        Set<String> gone = gone(built, faults);
        faults.stream().filter(fault -> !gone.contains(fault.module())).forEach(fault -> tell(findings, fault));
        gone.forEach(module -> {
            if (subject.runtime().inPlace()) {
                // Whoever packaged it may have left it out.
                findings.saw("left out", module);
            } else {
                findings.fault(module + " was built with this Python, and its file is gone", mend());
            }
        });
        return findings.outcome();
    }

    private void tell(Findings findings, ModuleFault fault) {
        String what = fault.module() + " does not import (" + fault.reason() + ")";
        String hint = fault.hint().isEmpty() ? mend() : fault.hint();
        if (fault.needed()) {
            findings.fault(what, hint);
        } else if (fault.shipped()) {
            findings.doubt(what, hint);
        } else {
            findings.saw("left out", fault.module());
        }
    }

    /** What was built with it and is not there, whether or not some can do without; of the rest, others tell. */
    private static Set<String> gone(JsonNode built, List<ModuleFault> told) {
        Set<String> gone = new TreeSet<>();
        built.path("missing").forEach(module -> gone.add(module.asString("")));
        gone.removeAll(told.stream()
                .filter(fault -> fault.needed() || fault.shipped())
                .map(ModuleFault::module)
                .collect(Collectors.toSet()));
        return gone;
    }

    private String mend() {
        return "Provision the runtime anew: remove it with mvn python-env:runtimes -Dpython-env.action=remove"
                + " -Dpython-env.force -Dpython-env.runtime="
                + subject.runtime().name()
                + ", then run mvn python-env:ensure.";
    }
}
