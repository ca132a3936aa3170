package io.github.pythonenv.validation;

import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.LockedVersions;
import io.github.pythonenv.packages.VersionSpecifiers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether each package finds what its metadata requires, in a version that it accepts: as {@code uv pip check}, but what
 * a lock or an override decided is no fault.
 */
record MetadataCheck(Subject subject, Installed installed) implements Check {

    private static final String HINT = "Install what is required: mvn python-env:ensure -Dpython-env.force builds the"
            + " environment anew; where the inputs themselves leave it out, add it to them.";
    private static final String DECIDED = "The lock decided so. Where that is not meant, lock anew: with mvn"
            + " python-env:lock, or with the tool that wrote the lock.";

    @Override
    public String id() {
        return "metadata";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "No requirement of a package is missing or in conflict";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() throws IOException {
        DependencyGraph graph = installed.graph();
        Map<String, String> versions = graph.packages().stream()
                .collect(Collectors.toMap(DependencyGraph.Node::name, DependencyGraph.Node::version));
        Optional<LockedVersions> locked =
                LockedVersions.of(subject.request().inputs(), subject.standing().resolution());
        Set<String> overridden = locked.map(LockedVersions::overridden).orElse(Set.of());
        Findings findings = new Findings().saw("packages", versions.size());
        for (DependencyGraph.Node node : graph.packages()) {
            for (DependencyGraph.Need need : node.requires()) {
                String found = versions.getOrDefault(need.name(), "");
                boolean unmet = !need.installed()
                        || !VersionSpecifiers.parse(need.specifier()).accepts(found);
                if (unmet) {
                    tell(findings, node.name() + " " + node.version(), need, found, overridden);
                }
            }
        }
        python(findings);
        return findings.outcome();
    }

    private void tell(Findings findings, String who, DependencyGraph.Need need, String found, Set<String> overridden) {
        String wanted = (need.name() + " " + need.specifier()).strip();
        String what = who + " requires " + wanted + ", "
                + (need.installed() ? "and " + found + " is installed" : "which is not installed");
        if (overridden.contains(need.name())) {
            findings.saw("overridden", what);
        } else if (subject.request().inputs().locked() && !wasInstalled(need.name())) {
            findings.doubt(what, DECIDED);
        } else {
            findings.fault(what, HINT);
        }
    }

    /** Whether it was there when the environment was built and is not any more: then no lock left it out. */
    private boolean wasInstalled(String name) {
        return InstalledSetCheck.recorded(subject).containsKey(name)
                && installed.packages().stream()
                        .noneMatch(one -> one.normalName().equals(name));
    }

    private void python(Findings findings) {
        String version = subject.runtime().version().toString();
        for (InstalledPackage one : installed.packages()) {
            String wanted = one.requiresPython();
            if (!VersionSpecifiers.parse(wanted).accepts(version)) {
                findings.doubt(
                        one.name() + " " + one.version() + " is for Python " + wanted + ", and this is " + version,
                        "Ask for a version of the package that is for this Python, or for another Python.");
            }
        }
    }
}
