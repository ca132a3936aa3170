package io.github.pythonenv.report;

import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results of checks as lines for a terminal and a log. */
public final class CheckText {

    private CheckText() {}

    /** The results under the headings of their categories, with what to do where something did not pass. */
    public static List<String> lines(List<CheckResult> results) {
        return lines(results, false);
    }

    /** The same, and beneath each result what was seen. */
    public static List<String> withEvidence(List<CheckResult> results) {
        return lines(results, true);
    }

    private static List<String> lines(List<CheckResult> results, boolean evidence) {
        List<String> lines = new ArrayList<>();
        for (Category category : Category.values()) {
            List<CheckResult> ofCategory = results.stream()
                    .filter(result -> result.category() == category)
                    .toList();
            if (!ofCategory.isEmpty()) {
                lines.add(category.title());
                for (CheckResult result : ofCategory) {
                    add(lines, result);
                    if (evidence) {
                        addEvidence(lines, result);
                    }
                }
            }
        }
        return lines;
    }

    private static void add(List<String> lines, CheckResult result) {
        Verdict verdict = result.verdict();
        lines.add(String.format(
                Locale.ROOT,
                "  %-7s  %s (%s), %d ms",
                verdict.word(),
                result.title(),
                result.id(),
                result.milliseconds()));
        if (verdict instanceof Verdict.Passed) {
            result.figures().forEach(figure -> lines.add("             " + figure.id() + ": " + figure.text()));
            return;
        }
        lines.add("           " + verdict.text());
        if (!verdict.hint().isEmpty()) {
            lines.add("           What to do: " + verdict.hint());
        }
    }

    private static void addEvidence(List<String> lines, CheckResult result) {
        result.evidence().stream()
                .filter(one -> !result.verdict().text().contains(one.text()))
                .forEach(one -> lines.add("             " + one.label() + ": " + one.text()));
    }

    /** How many results have each verdict, those of none left out: {@code 14 passed, 1 failed}. */
    public static String summary(List<CheckResult> results) {
        if (results.isEmpty()) {
            return "no check was made";
        }
        Map<String, Long> counts = CheckData.summary(results);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
