package io.github.pythonenv.metrics;

import io.github.pythonenv.Amounts;
import java.util.Arrays;
import java.util.Optional;

/** What is measured of a run, and can have a budget. */
public enum Measure {
    /** How long the packages took to be resolved and installed. */
    INSTALL_SECONDS("installSeconds", "s", "installing the packages"),
    /** How long the whole run took. */
    TOTAL_SECONDS("totalSeconds", "s", "the whole run"),
    /** The size of the files of all packages as recorded at their installation, without bytecode; a million bytes each. */
    ENVIRONMENT_MEGABYTES("environmentMegabytes", "MB", "the installed packages"),
    /** How long the interpreter takes to start, the median of several starts; validate measures it. */
    START_MILLISECONDS("startMilliseconds", "ms", "the start of the interpreter"),
    /** How long the tests took. */
    TEST_SECONDS("testSeconds", "s", "the tests"),
    /** How much of the code the tests reach, in percent; more is better. */
    COVERAGE("coverage", "%", "the coverage of the tests"),
    /** The most memory that a child process had in use, with its children; a million bytes each. */
    PEAK_MEMORY_MEGABYTES("peakMemoryMegabytes", "MB", "the memory of child processes"),
    /** How much a linter found, as its own file says. */
    LINT_FINDINGS("lintFindings", "", "findings of the linter"),
    /** How many errors a type checker found, as its own file says. */
    TYPE_ERRORS("typeErrors", "", "errors of the type checker"),
    /** How busy the busiest GPU was while a program ran, on average, in percent; more is better. */
    GPU_PERCENT("gpuPercent", "%", "the use of the GPU"),
    /** The most memory in use on one GPU while a program ran, whoever used it; a million bytes each. */
    GPU_MEMORY_MEGABYTES("gpuMemoryMegabytes", "MB", "the memory in use on the GPU");

    private static final int DIGITS = 3;

    /** More of them no clock and no file has. */
    private static final int MOST_DIGITS = 12;

    private final String id;
    private final String unit;
    private final String words;

    Measure(String id, String unit, String words) {
        this.id = id;
        this.unit = unit;
        this.words = words;
    }

    /** The word for it in configuration and in data. */
    public String id() {
        return id;
    }

    /** What it is, for a person, as the subject of a sentence. */
    public String words() {
        return words;
    }

    /** An amount of it for a person, such as {@code 12.5 MB}, in the unit that budgets are written in. */
    public String amount(double value) {
        return written(value, DIGITS);
    }

    /** The same beside another amount: with as many digits as it takes to tell the two apart. */
    String amount(double value, double beside) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && written(value, digits).equals(written(beside, digits))) {
            digits++;
        }
        return written(value, digits);
    }

    private String written(double value, int digits) {
        return (Amounts.number(value, digits) + " " + unit).strip();
    }

    public boolean moreIsBetter() {
        return this == COVERAGE || this == GPU_PERCENT;
    }

    /** The measure of that word. */
    public static Optional<Measure> named(String id) {
        return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
    }
}
