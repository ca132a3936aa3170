package io.github.pythonenv.validation;

import io.github.pythonenv.validation.Trial.Raised;
import java.io.IOException;
import java.util.List;

/** Whether the extension modules of all packages load on this machine. */
record NativeImportsCheck(Trials trials) implements Check {

    private static final String HINT =
            "Install the library that is named, or take a build of the package that is for this machine.";

    @Override
    public String id() {
        return "native-imports";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "Native modules load";
    }

    @Override
    public Outcome look() throws IOException {
        List<Trial> tried = trials.extensions();
        if (tried.isEmpty()) {
            return Outcome.skipped("No installed package that imports has native modules.");
        }
        Findings findings = new Findings()
                .saw(
                        "modules",
                        tried.size() + " tried, "
                                + tried.stream().filter(Trial::works).count() + " load");
        for (Trial trial : tried) {
            if (trial.works()) {
                continue;
            }
            String what = trial.distribution() + ": " + trial.describe();
            if (trial.result() instanceof Raised raised && !raised.isLoaders()) {
                // It loaded; many are of no use but to their own package, which prepares what they need.
                findings.saw("not by itself", what);
            } else {
                findings.fault(what, HINT);
            }
        }
        return findings.outcome();
    }
}
