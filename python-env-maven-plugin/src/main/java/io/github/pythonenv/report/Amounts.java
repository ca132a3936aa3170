package io.github.pythonenv.report;

import java.util.Locale;

/** Numbers as people write them. */
final class Amounts {

    private Amounts() {}

    /** A number of bytes in powers of ten, such as {@code 12.3 MB}. */
    static String bytes(long bytes) {
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
    static String time(long milliseconds) {
        return milliseconds < 1000 ? milliseconds + " ms" : String.format(Locale.ROOT, "%.1f s", milliseconds / 1e3);
    }
}
