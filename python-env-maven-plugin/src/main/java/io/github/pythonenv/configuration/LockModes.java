package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.LockMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much locks count, as people say it. */
final class LockModes {

    private static final List<String> WORDS = List.of("auto", "locked", "frozen", "off");

    private LockModes() {}

    /**
     * What a word means.
     *
     * @param word nothing where nobody said it
     * @param ci whether this is a build server
     * @throws UserFailure for a word that is not known
     */
    static LockMode of(Optional<String> word, boolean ci) {
        if (word.isEmpty()) {
            return ci ? LockMode.CI : LockMode.AUTO;
        }
        String said = word.get().strip().toLowerCase(Locale.ROOT);
        if (!WORDS.contains(said)) {
            throw new UserFailure(
                    "<lockMode> is '" + word.get() + "'.",
                    NearName.question(said, WORDS) + "Take one of " + String.join(", ", WORDS) + ".");
        }
        return LockMode.valueOf(said.toUpperCase(Locale.ROOT));
    }
}
