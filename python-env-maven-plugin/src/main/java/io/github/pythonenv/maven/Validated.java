package io.github.pythonenv.maven;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.ValidationSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An environment that was validated.
 *
 * @param report what its checks came to
 * @param settings how it was to be validated
 * @param ledger what it may cost
 * @param excesses what of that it exceeds
 */
record Validated(SuiteReport report, ValidationSettings settings, RunLedger ledger, List<Budgets.Excess> excesses) {

    /**
     * Keeps what was measured that can have a budget.
     *
     * @param scores what linters and type checkers found
     */
    static Validated of(
            SuiteReport report, ValidationSettings settings, Map<Measure, Double> scores, RunLedger ledger) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.putAll(scores);
        report.results().stream()
                .flatMap(result -> result.figures().stream())
                .filter(figure -> figure.id().equals("start"))
                .forEach(figure -> measures.put(Measure.START_MILLISECONDS, figure.value()));
        return new Validated(
                report, settings, ledger, measures.isEmpty() ? List.of() : ledger.append(run(report, measures)));
    }

    private static RunRecord run(SuiteReport report, Map<Measure, Double> measures) {
        return new RunRecord(
                report.started(),
                report.environment(),
                "validate",
                RunRecord.Outcome.RAN,
                report.milliseconds(),
                report.python(),
                report.dependencies().packages().size(),
                0,
                List.of(),
                ChildUse.NONE,
                measures);
    }
}
