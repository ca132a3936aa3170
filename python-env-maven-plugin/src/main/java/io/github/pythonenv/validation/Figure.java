package io.github.pythonenv.validation;

import io.github.pythonenv.Amounts;

/**
 * Something that was measured.
 *
 * @param id what it is, unique within an environment, for example {@code start} or {@code import.numpy}
 * @param value how much
 * @param unit of what: {@code ms}, {@code bytes}, {@code files}, {@code ops/s},
 *     {@code bytes/s}, {@code flop/s}, or {@code x} for a ratio
 */
public record Figure(String id, double value, String unit) {

    private static final int DIGITS = 3;

    private static final String PREFIXES = " kMGT";

    /** Whether more is better; otherwise less is. */
    public boolean moreIsBetter() {
        return unit.endsWith("/s") || unit.equals("x");
    }

    /** Value and unit for a person, such as {@code 12.3 ms} or {@code 4.1 GB/s}. */
    public String text() {
        if (unit.startsWith("bytes")) {
            return scaled("B") + unit.substring("bytes".length());
        }
        if (unit.startsWith("flop")) {
            return scaled(unit);
        }
        return Amounts.number(value, DIGITS) + " " + unit;
    }

    private String scaled(String of) {
        int size = 0;
        double scaled = value;
        while (scaled >= 1000 && size < PREFIXES.length() - 1) {
            scaled /= 1000;
            size++;
        }
        return Amounts.number(scaled, DIGITS) + " "
                + String.valueOf(PREFIXES.charAt(size)).strip() + of;
    }
}
