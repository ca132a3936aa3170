package io.github.pythonenv.tuning;

import java.util.List;

/**
 * What a check of GPUs came to.
 *
 * @param check which one
 * @param verdict how it ended
 * @param text why, for a person
 * @param facts what it saw on the way
 */
public record GpuCheckResult(GpuCheck check, Verdict verdict, String text, List<String> facts) {

    /** How a check can end. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** There is nothing to check here. */
        SKIPPED
    }

    public GpuCheckResult {
        facts = List.copyOf(facts);
    }
}
