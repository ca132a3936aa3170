package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Locale;

/**
 * What was asked of threads.
 *
 * @param maxWorkers how many threads libraries compute with: 1 or more, or {@link #AUTO}
 * @param affinity where OpenMP's threads stay
 */
public record ThreadSettings(int maxWorkers, Affinity affinity) {

    /** As many as this machine has cores for. */
    public static final int AUTO = 0;

    /** Nothing was asked. */
    public static final ThreadSettings NONE = new ThreadSettings(AUTO, Affinity.UNSET);

    /** Where threads stay. Source: OpenMP 5.2, "OMP_PROC_BIND". */
    public enum Affinity {
        /** Wherever the system puts them. */
        UNSET,
        /** Wherever the system puts them, even if a variable of the build says otherwise. */
        OFF,
        /** On cores close to each other: they share caches. */
        CLOSE,
        /** On cores apart from each other: each has more memory bandwidth. */
        SPREAD;

        /**
         * Reads {@code true} (close), {@code false}, {@code close} or {@code spread}.
         *
         * @throws UserFailure for anything else
         */
        public static Affinity parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "close" -> CLOSE;
                case "spread" -> SPREAD;
                case "false" -> OFF;
                default ->
                    throw new UserFailure(
                            "threading.thread_affinity is '" + text + "'.", "Take true, false, close or spread.");
            };
        }
    }

    public ThreadSettings {
        if (maxWorkers < 0) {
            throw notANumber(String.valueOf(maxWorkers));
        }
    }

    /**
     * Reads {@code auto} or a number, 1 or more.
     *
     * @throws UserFailure for anything else
     */
    public static int workers(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("auto")) {
            return AUTO;
        }
        if (!word.matches("[1-9][0-9]{0,4}")) {
            throw notANumber(text);
        }
        return Integer.parseInt(word);
    }

    private static UserFailure notANumber(String text) {
        return new UserFailure("threading.max_workers is '" + text + "'.", "Take auto, or a number from 1 on.");
    }
}
