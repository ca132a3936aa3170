package io.github.pythonenv;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt word was to be. */
public final class NearName {
    private NearName() {}

    /** The one of these words that takes the fewest changes of a letter, if that is few. */
    public static Optional<String> of(String word, Collection<String> words) {
        int few = Math.max(1, word.length() / 3);
        return words.stream()
                .filter(one -> distance(word, one) <= few)
                .min(Comparator.comparingInt((String one) -> distance(word, one))
                        .thenComparing(one -> one));
    }

    /** The same as the beginning of a hint, {@code Did you mean version? }; empty where no word is near. */
    public static String question(String word, Collection<String> words) {
        return of(word, words).map(near -> "Did you mean " + near + "? ").orElse("");
    }

    /** How many letters have to be put in, left out or exchanged (Levenshtein), whatever their case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
