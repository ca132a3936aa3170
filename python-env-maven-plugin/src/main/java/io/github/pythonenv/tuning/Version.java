package io.github.pythonenv.tuning;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a version, such as {@code 580.65.06}, {@code 12.6} or {@code 2.11.0+cu126}: what follows the first
 * thing that is no number is left out, and missing numbers are zeros.
 *
 * @param text as it was written
 * @param numbers the most significant one first
 */
public record Version(String text, List<Integer> numbers) implements Comparable<Version> {

    public Version {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException where it does not begin with a number
     */
    public static Version of(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split("\\.", -1)) {
            String digits = part.replaceFirst("[^0-9].*", "");
            if (digits.isEmpty() || digits.length() > 9) {
                break;
            }
            numbers.add(Integer.parseInt(digits));
            if (digits.length() < part.length()) {
                break;
            }
        }
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        return new Version(text.strip(), numbers);
    }

    /** Whether this is that version or a later one. */
    public boolean atLeast(Version other) {
        return compareTo(other) >= 0;
    }

    /** The number at a place, 0 where there is none. */
    public int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    @Override
    public int compareTo(Version other) {
        int places = Math.max(numbers.size(), other.numbers.size());
        for (int place = 0; place < places; place++) {
            int order = Integer.compare(number(place), other.number(place));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
