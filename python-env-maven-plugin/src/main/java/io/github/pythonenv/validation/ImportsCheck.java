package io.github.pythonenv.validation;

import io.github.pythonenv.validation.Trial.Raised;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the modules of all packages import. */
record ImportsCheck(Trials trials) implements Check {

    static final String HINT = "Take another version of the package, or leave it out of this check with"
            + " notImported in the validation part of python-env.json.";

    @Override
    public String id() {
        return "imports";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "Top-level modules import";
    }

    @Override
    public Outcome look() {
        List<Trial> tried = trials.top();
        if (tried.isEmpty()) {
            return Outcome.skipped("There is no module to import." + notTried());
        }
        Map<String, Set<String>> roots = trials.roots();
        Findings findings = new Findings()
                .saw(
                        "modules",
                        tried.size() + " tried, "
                                + tried.stream().filter(Trial::works).count() + " import");
        trials.leftOut().forEach((name, reason) -> findings.saw("not tried", name + ": " + reason));
        for (Trial trial : tried) {
            if (trial.works()) {
                continue;
            }
            if (trial.result() instanceof Raised raised && isOptional(raised, roots)) {
                findings.doubt(
                        trial.distribution() + ": " + trial.target() + " wants " + raised.missing()
                                + ", which it does not declare and nothing installs",
                        "Add " + raised.missing() + " to what is installed if this module is used.");
            } else {
                findings.fault(trial.distribution() + ": " + trial.describe(), HINT);
            }
        }
        return findings.outcome();
    }

    private String notTried() {
        List<String> all = trials.leftOut().entrySet().stream()
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .toList();
        return all.isEmpty() ? "" : " Not tried: " + String.join(", ", all) + ".";
    }

    /** Whether a module was missed that neither an installed package nor Python has. */
    static boolean isOptional(Raised raised, Map<String, Set<String>> roots) {
        String root = raised.missing().split("\\.", 2)[0];
        return !root.isEmpty()
                && !raised.standard()
                && roots.values().stream().noneMatch(names -> names.contains(root));
    }
}
