package io.github.pythonenv.report;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.validation.SuiteReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All that is shown of one environment.
 *
 * @param plugin the version of this plugin
 * @param project what the project is called
 * @param created when the report was made
 * @param suite what its checks came to, and what they saw
 * @param runs what runs cost, the oldest first
 * @param budgets what they may cost
 */
public record Report(
        String plugin, String project, Instant created, SuiteReport suite, List<RunRecord> runs, Budgets budgets) {

    public Report {
        runs = List.copyOf(runs);
    }

    /** What exceeds a budget, each measure by the last run that took it: tests say nothing of an installation. */
    List<Budgets.Excess> excesses() {
        List<Budgets.Excess> excesses = new ArrayList<>();
        Set<Measure> known = EnumSet.noneOf(Measure.class);
        for (int last = runs.size() - 1; last >= 0; last--) {
            RunRecord run = runs.get(last);
            budgets.excesses(run, runs.subList(0, last)).stream()
                    .filter(excess -> !known.contains(excess.measure()))
                    .forEach(excesses::add);
            known.addAll(run.measures().keySet());
        }
        return excesses;
    }
}
