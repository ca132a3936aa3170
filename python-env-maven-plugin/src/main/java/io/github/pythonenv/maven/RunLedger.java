package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Keeps runs, and holds each against what it may cost.
 *
 * @param history the runs before
 * @param budgets what a run may cost
 * @param console where warnings go
 */
record RunLedger(RunHistory history, Budgets budgets, Log console) {

    /**
     * Keeps a run, and holds it against its budget.
     *
     * @throws UserFailure where a budget is exceeded that fails the build
     */
    void keep(RunRecord run) {
        judge(run.environment(), append(run));
    }

    /**
     * Keeps a run. That it cannot be kept is no reason to fail.
     *
     * @return what exceeds a budget
     */
    List<Budgets.Excess> append(RunRecord run) {
        List<RunRecord> earlier = List.of();
        try {
            if (budgets.trend().isPresent()) {
                earlier = history.runs();
            }
            history.append(run);
        } catch (IOException e) {
            console.warn("What this run cost could not be kept: " + FileFault.why(e) + ".");
        }
        return budgets.excesses(run, earlier);
    }

    /**
     * Warns of what exceeds a budget.
     *
     * @throws UserFailure where it fails the build
     */
    void judge(String environment, List<Budgets.Excess> excesses) {
        if (excesses.isEmpty()) {
            return;
        }
        String text = excesses.stream().map(Budgets.Excess::text).collect(Collectors.joining("; "));
        if (budgets.fail()) {
            throw new UserFailure(
                    "The environment " + environment + " stands, but exceeds its budget: " + text + ".",
                    "See what changed: earlier runs are in " + history.file() + ". If it is meant to be so, raise the"
                            + " budget in \"validation\", \"budgets\" of python-env.json, or set onExceeded to warn.");
        }
        excesses.forEach(excess -> console.warn("Over budget: " + excess.text() + "."));
    }
}
