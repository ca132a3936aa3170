package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Optional;

/**
 * What was asked of the interpreter itself. Source: Python's documentation, "Command line and environment".
 *
 * @param unbuffered whether output is written at once (PYTHONUNBUFFERED)
 * @param faultHandler whether a crash prints where Python was (PYTHONFAULTHANDLER)
 * @param dontWriteBytecode whether compiled modules are not kept (PYTHONDONTWRITEBYTECODE)
 * @param hashSeed the seed of hashes: {@code random}, or 0 to 4294967295 for the same order in each run
 *     (PYTHONHASHSEED)
 */
public record PythonSettings(
        Optional<Boolean> unbuffered,
        Optional<Boolean> faultHandler,
        Optional<Boolean> dontWriteBytecode,
        Optional<String> hashSeed) {

    /** Nothing was asked. */
    public static final PythonSettings NONE =
            new PythonSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final long LARGEST_SEED = 4_294_967_295L;

    public PythonSettings {
        if (hashSeed.isPresent() && !hashSeed.get().equals("random") && !isSeed(hashSeed.get())) {
            throw new UserFailure(
                    "python.hash_seed is '" + hashSeed.get() + "', and Python would not start with it.",
                    "Take random, or a number from 0 to 4294967295.");
        }
    }

    private static boolean isSeed(String text) {
        return text.matches("[0-9]{1,10}") && Long.parseLong(text) <= LARGEST_SEED;
    }
}
