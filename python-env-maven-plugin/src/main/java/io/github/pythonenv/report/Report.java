package io.github.pythonenv.report;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.validation.SuiteReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of one environment.
 *
 * @param plugin the version of this plugin
 * @param project what the project is called
 * @param created when the report was made
 * @param suite what its checks came to, and what they saw
 * @param runs what runs cost, the oldest first
 * @param budgets what they may cost
 * @param benchmark what was measured with the tuning off and on, where anything was
 */
public record Report(
        String plugin,
        String project,
        Instant created,
        SuiteReport suite,
        List<RunRecord> runs,
        Budgets budgets,
        Optional<WrittenBenchmark> benchmark) {

    public Report {
        runs = List.copyOf(runs);
    }

    /** What exceeds a budget. */
    List<Budgets.Excess> excesses() {
        return budgets.excesses(runs);
    }
}
