package io.github.pythonenv.validation;

import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.validation.Trial.Raised;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the programs of all packages are there, start this interpreter, and call something that exists. */
record EntryPointsCheck(Installed installed, Trials trials) implements Check {

    private static final String REBUILD = "Build the environment anew: mvn python-env:ensure -Dpython-env.force.";

    @Override
    public String id() {
        return "entry-points";
    }

    @Override
    public Category category() {
        return Category.ENVIRONMENT;
    }

    @Override
    public String title() {
        return "Programs of packages start what they should";
    }

    @Override
    public Outcome look() throws IOException {
        Findings findings = new Findings();
        Set<String> told = new TreeSet<>();
        for (Defect defect : installed.sitePackages().programDefects()) {
            told.add(defect.distribution());
            findings.fault(defect.distribution() + ": " + defect.text(), REBUILD);
        }
        for (Defect defect : installed.defects()) {
            // A program that is missing was told above.
            if (installed.isProgram(defect.file()) && !told.contains(defect.distribution())) {
                findings.fault(defect.distribution() + ": " + defect.text(), REBUILD);
            }
        }
        List<Trial> tried = trials.programs();
        if (tried.isEmpty() && !findings.hasFaults()) {
            return Outcome.skipped("No installed package that imports declares programs.");
        }
        Map<String, Set<String>> roots = trials.roots();
        findings.saw("programs", tried.size() + " tried");
        for (Trial trial : tried) {
            if (trial.result() instanceof Raised raised && ImportsCheck.isOptional(raised, roots)) {
                findings.saw("wants more", trial.distribution() + ": " + trial.target() + " wants " + raised.missing());
            } else if (!trial.works()) {
                findings.fault(trial.distribution() + ": " + trial.describe(), ImportsCheck.HINT);
            }
        }
        return findings.outcome();
    }
}
