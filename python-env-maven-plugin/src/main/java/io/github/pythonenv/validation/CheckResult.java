package io.github.pythonenv.validation;

import java.util.List;

/**
 * What one check came to.
 *
 * @param id the check's word in configuration and data, for example {@code record}; unique in a suite
 * @param category what it is about
 * @param title what it holds, a phrase for a person
 * @param verdict what it came to
 * @param evidence what it saw, in the order of a person's interest
 * @param figures what it measured
 * @param milliseconds how long it took
 */
public record CheckResult(
        String id,
        Category category,
        String title,
        Verdict verdict,
        List<Evidence> evidence,
        List<Figure> figures,
        long milliseconds) {

    public CheckResult {
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
    }
}
