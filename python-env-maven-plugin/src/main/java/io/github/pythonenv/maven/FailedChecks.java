package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.report.CheckText;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.FailOn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What checks found that fails a build, for one message about all of it. */
final class FailedChecks {

    private final List<String> what = new ArrayList<>();
    private final Set<String> hints = new LinkedHashSet<>();

    /**
     * Adds what a suite found.
     *
     * @param start of the sentence about it, such as {@code The environment default does not hold}
     */
    void add(String start, List<CheckResult> results, FailOn failOn) {
        List<CheckResult> bad =
                results.stream().filter(result -> failOn.fails(List.of(result))).toList();
        if (!bad.isEmpty()) {
            what.add(start + ": " + CheckText.summary(results) + ".");
        }
        for (CheckResult result : bad) {
            what.add("  - " + result.id() + ": " + result.verdict().text());
            hints.add(result.verdict().hint());
        }
    }

    /** @throws UserFailure where anything was found */
    void refuse() {
        if (!what.isEmpty()) {
            throw new UserFailure(String.join("\n", what), String.join(" ", hints));
        }
    }
}
