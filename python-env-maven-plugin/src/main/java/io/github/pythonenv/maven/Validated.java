package io.github.pythonenv.maven;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.ValidationSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment that was validated.
 *
 * @param report what its checks came to
 * @param settings how it was to be validated
 * @param ledger what it may cost
 * @param excesses what of that it exceeds
 */
record Validated(SuiteReport report, ValidationSettings settings, RunLedger ledger, List<Budgets.Excess> excesses) {

    /** Keeps what was measured that can have a budget. */
    static Validated of(SuiteReport report, ValidationSettings settings, RunLedger ledger) {
        return new Validated(
                report, settings, ledger, cost(report).map(ledger::append).orElse(List.of()));
    }

    private static Optional<RunRecord> cost(SuiteReport report) {
        return report.results().stream()
                .flatMap(result -> result.figures().stream())
                .filter(figure -> figure.id().equals("start"))
                .map(Figure::value)
                .map(milliseconds -> new RunRecord(
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
                        Map.of(Measure.START_MILLISECONDS, milliseconds)))
                .findFirst();
    }
}
