package io.github.pythonenv.validation;

import io.github.pythonenv.environment.EnvironmentState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what the environment says of itself agrees with the disk and with what is asked. */
record StateCheck(Subject subject, Installed installed) implements Check {

    @Override
    public String id() {
        return "state";
    }

    @Override
    public Category category() {
        return Category.ENVIRONMENT;
    }

    @Override
    public String title() {
        return "State and fingerprint agree with the disk";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() {
        EnvironmentState state = subject.state();
        String recorded = subject.standing().fingerprint();
        Findings findings = new Findings()
                .saw("generation", state.generation() + ", built " + state.created())
                .saw("fingerprint", recorded);
        if (!recorded.equals(state.fingerprint())) {
            findings.fault(
                    "The state file was changed: its fingerprint is not that of what it lists",
                    "Build the environment anew: mvn python-env:ensure -Dpython-env.force.");
        }
        subject.standing()
                .changes()
                .forEach(change -> findings.doubt(
                        "It is not what is asked for any more: " + change, "Run mvn python-env:ensure to make it so."));
        for (String entry : loose()) {
            findings.doubt(
                    entry + " was added to site-packages by hand",
                    "Delete it, or install it as a package: the next rebuild leaves it out.");
        }
        return findings.outcome();
    }

    /** What was added and is no package: of packages and .pth files other checks tell. */
    private List<String> loose() {
        Set<String> packaged = new HashSet<>();
        installed.files().values().forEach(files -> files.forEach(file -> packaged.add(file.split("/", 2)[0])));
        return subject.standing().added().stream()
                .filter(entry -> !entry.endsWith(".dist-info") && !entry.endsWith(".pth") && !packaged.contains(entry))
                .toList();
    }
}
