package io.github.pythonenv.validation;

import java.util.List;

/**
 * What a look came to: a {@link CheckResult} without what is the same each time.
 *
 * @param verdict what it came to
 * @param evidence what was seen
 * @param figures what was measured
 */
public record Outcome(Verdict verdict, List<Evidence> evidence, List<Figure> figures) {

    public Outcome {
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
    }

    /** Nothing was looked at. */
    public static Outcome skipped(String reason) {
        return new Outcome(new Verdict.Skipped(reason), List.of(), List.of());
    }
}
