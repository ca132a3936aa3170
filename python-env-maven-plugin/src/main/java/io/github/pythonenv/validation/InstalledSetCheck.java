package io.github.pythonenv.validation;

import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.LockedVersions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the installed packages are those that were installed when the environment was built, and that are locked. */
record InstalledSetCheck(Subject subject, Installed installed) implements Check {

    private static final String HINT =
            "Build the environment anew: mvn python-env:ensure -Dpython-env.force. What is to"
                    + " stay belongs into the inputs.";

    @Override
    public String id() {
        return "lock";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "The installed packages are those that are locked";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() {
        Map<String, String> found = new TreeMap<>();
        installed.packages().forEach(one -> found.put(one.normalName(), one.version()));
        Map<String, String> recorded = recorded(subject);
        Findings findings = new Findings().saw("installed", found.size() + " packages");
        missing(findings, recorded, found.keySet());
        found.forEach((name, version) -> {
            String before = recorded.get(name);
            if (before == null) {
                findings.fault(name + " " + version + " was added by hand", HINT);
            } else if (!before.equals(version)) {
                findings.fault(name + " was installed as " + before + ", and now is " + version, HINT);
            }
        });
        locked(findings, recorded, found);
        return findings.outcome();
    }

    /** The packages of which the state file says that they were installed, and their versions. */
    static Map<String, String> recorded(Subject subject) {
        Map<String, String> recorded = new TreeMap<>();
        subject.state().entries().stream()
                .filter(entry -> entry.endsWith(".dist-info"))
                .map(entry -> InstalledPackage.named(subject.installed().folder(), entry))
                .forEach(one -> recorded.put(one.normalName(), one.version()));
        return recorded;
    }

    /** Of what an installed package requires and does not find, the check of metadata tells. */
    private void missing(Findings findings, Map<String, String> recorded, Set<String> found) {
        Set<String> needed = installed.graph().packages().stream()
                .flatMap(node -> node.requires().stream())
                .map(DependencyGraph.Need::name)
                .collect(Collectors.toCollection(TreeSet::new));
        recorded.forEach((name, version) -> {
            if (!found.contains(name) && !needed.contains(name)) {
                findings.fault(name + " " + version + " was installed and is gone", HINT);
            }
        });
    }

    private void locked(Findings findings, Map<String, String> recorded, Map<String, String> found) {
        Optional<LockedVersions> locked =
                LockedVersions.of(subject.request().inputs(), subject.standing().resolution());
        if (locked.isEmpty()) {
            findings.saw("lock", "none: the inputs are compared as they were installed");
            return;
        }
        findings.saw(
                "lock", locked.get().file() + ", " + locked.get().versions().size() + " packages");
        if (!subject.standing().changes().isEmpty()) {
            // What follows from that, the check of the state tells.
            findings.saw("lock", "not compared: the inputs changed since the environment was built");
            return;
        }
        found.forEach((name, version) -> {
            if (version.equals(recorded.get(name)) && !locked.get().has(name, version)) {
                findings.fault(
                        name + " " + version + " is installed, and not what "
                                + locked.get().file().getFileName() + " has",
                        HINT);
            }
        });
    }
}
