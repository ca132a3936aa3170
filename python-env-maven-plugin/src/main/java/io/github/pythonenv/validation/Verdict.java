package io.github.pythonenv.validation;

/** What a check came to. */
public sealed interface Verdict {

    /** All is as it should be. */
    record Passed() implements Verdict {}

    /**
     * It works, but somebody should look at it.
     *
     * @param what what was found, one or more sentences
     * @param hint what to do, one or more sentences
     */
    record Warning(String what, String hint) implements Verdict {}

    /**
     * It does not work.
     *
     * @param what what was found, one or more sentences
     * @param hint what to do, one or more sentences
     */
    record Failed(String what, String hint) implements Verdict {}

    /**
     * There was nothing to look at, or no means to do so.
     *
     * @param reason why, a sentence
     */
    record Skipped(String reason) implements Verdict {}

    /** The word for it in data: {@code passed}, {@code warning}, {@code failed}, {@code skipped}. */
    default String word() {
        if (this instanceof Passed) {
            return "passed";
        }
        if (this instanceof Warning) {
            return "warning";
        }
        return this instanceof Failed ? "failed" : "skipped";
    }

    /** What was found, or why nothing was looked at; empty where all is well. */
    default String text() {
        if (this instanceof Warning warning) {
            return warning.what();
        }
        if (this instanceof Failed failed) {
            return failed.what();
        }
        return this instanceof Skipped skipped ? skipped.reason() : "";
    }

    /** What to do; empty where there is nothing to do. */
    default String hint() {
        if (this instanceof Warning warning) {
            return warning.hint();
        }
        return this instanceof Failed failed ? failed.hint() : "";
    }
}
