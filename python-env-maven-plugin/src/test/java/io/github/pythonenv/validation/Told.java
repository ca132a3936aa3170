package io.github.pythonenv.validation;

import java.util.List;

/** What a suite's report tells. */
final class Told {

    private Told() {}

    /** Each check that neither passed nor was skipped: its id, its verdict and what it found. */
    static List<String> faults(SuiteReport report) {
        return report.results().stream()
                .filter(result ->
                        !(result.verdict() instanceof Verdict.Passed) && !(result.verdict() instanceof Verdict.Skipped))
                .map(result -> result.id() + " " + result.verdict().word() + ": "
                        + result.verdict().text())
                .toList();
    }

    static List<String> skipped(SuiteReport report) {
        return report.results().stream()
                .filter(result -> result.verdict() instanceof Verdict.Skipped)
                .map(CheckResult::id)
                .toList();
    }

    /** What one check saw under a label. */
    static List<String> evidence(SuiteReport report, String id, String label) {
        return report.results().stream()
                .filter(result -> result.id().equals(id))
                .flatMap(result -> result.evidence().stream())
                .filter(evidence -> evidence.label().equals(label))
                .map(Evidence::text)
                .toList();
    }
}
