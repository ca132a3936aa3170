package io.github.pythonenv.validation;

import java.util.List;

/**
 * What a look came to: a {@link CheckResult} without what is the same each time.
 *
 * @param verdict what it came to
 * @param evidence what was seen
 * @param figures what was measured
 */
record Outcome(Verdict verdict, List<Evidence> evidence, List<Figure> figures) {

    Outcome {
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
    }

    static Outcome skipped(String reason) {
        return new Outcome(new Verdict.Skipped(reason), List.of(), List.of());
    }
}
