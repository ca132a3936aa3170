package io.github.pythonenv.process;

import java.time.Duration;

/** Lengths of time in words. */
final class Durations {
    private Durations() {}

    /** For example {@code 5 minutes}, {@code 90 seconds}, {@code 200 milliseconds}. */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return count(millis, "millisecond");
        }
        long seconds = millis / 1000;
        return seconds > 0 && seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
