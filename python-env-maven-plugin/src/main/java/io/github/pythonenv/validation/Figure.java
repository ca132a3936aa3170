package io.github.pythonenv.validation;

/**
 * Something that a check measured.
 *
 * @param id what it is, unique within an environment, for example {@code start} or {@code import.numpy}
 * @param value how much
 * @param unit of what: {@code ms}, {@code bytes}, {@code ops/s}, {@code bytes/s}, or {@code x} for a ratio
 */
public record Figure(String id, double value, String unit) {

    /** Whether more is better; otherwise less is. */
    public boolean moreIsBetter() {
        return unit.endsWith("/s") || unit.equals("x");
    }
}
