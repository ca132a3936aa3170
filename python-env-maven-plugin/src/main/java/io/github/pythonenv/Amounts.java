package io.github.pythonenv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as people write them. */
public final class Amounts {

    private Amounts() {}

    /** A number of bytes in powers of ten, as disk makers and download pages count: {@code 12.3 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        // What would be rounded to a thousand is written in the next unit.
        if (bytes < 999_950) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 999_950_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    /** A length of time, such as {@code 40 ms} or {@code 3.8 s}. */
    public static String time(long milliseconds) {
        return milliseconds < 1000 ? milliseconds + " ms" : String.format(Locale.ROOT, "%.1f s", milliseconds / 1e3);
    }

    /**
     * A number to its first digits that count, and to the unit where it has more: {@code 0.00412}, {@code 12.3},
     * {@code 1523}.
     *
     * @param digits how many, at least
     */
    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.precision() - exact.scale() > digits
                ? exact.setScale(0, RoundingMode.HALF_UP)
                : exact.round(new MathContext(digits, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A moment as JSON has it, such as {@code 2026-03-01T08:00:00.123Z}, to the second. */
    public static String moment(String instant) {
        return instant.replaceFirst("\\.\\d+(?=Z$)", "");
    }
}
