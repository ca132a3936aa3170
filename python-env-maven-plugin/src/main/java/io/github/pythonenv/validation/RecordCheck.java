package io.github.pythonenv.validation;

import io.github.pythonenv.packages.Defect;
import java.util.List;

/** Whether the files of all packages are those that were installed. */
record RecordCheck(Installed installed) implements Check {

    @Override
    public String id() {
        return "record";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "Installed files are as their RECORD says";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() {
        int files = installed.files().values().stream().mapToInt(List::size).sum();
        Findings findings =
                new Findings().saw("packages", installed.packages().size()).saw("recorded files", files);
        for (Defect defect : installed.defects()) {
            // Of programs the check of entry points tells.
            if (!installed.isProgram(defect.file())) {
                findings.fault(
                        defect.distribution() + ": " + defect.text(),
                        "Build the environment anew: mvn python-env:ensure -Dpython-env.force fetches what is damaged"
                                + " in uv's cache, too.");
            }
        }
        return findings.outcome();
    }
}
