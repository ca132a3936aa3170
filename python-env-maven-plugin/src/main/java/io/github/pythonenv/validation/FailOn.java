package io.github.pythonenv.validation;

import java.util.List;

/** Which verdicts fail a build. */
public enum FailOn {
    /** A check that failed. */
    ERROR,
    /** A warning does, too. */
    WARNING,
    /** None does. */
    NEVER;

    /** Whether these results fail the build. */
    public boolean fails(List<CheckResult> results) {
        return results.stream().map(CheckResult::verdict).anyMatch(this::fails);
    }

    private boolean fails(Verdict verdict) {
        return switch (this) {
            case ERROR -> verdict instanceof Verdict.Failed;
            case WARNING -> verdict instanceof Verdict.Failed || verdict instanceof Verdict.Warning;
            case NEVER -> false;
        };
    }
}
