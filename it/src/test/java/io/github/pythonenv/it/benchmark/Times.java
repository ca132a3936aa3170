package io.github.pythonenv.it.benchmark;

import java.util.List;

/**
 * How long the same work took in each counted round.
 *
 * @param name of the work
 * @param sorted nanoseconds, the shortest first
 */
record Times(String name, List<Long> sorted) {

    static Times of(String name, List<Long> nanoseconds) {
        return new Times(name, nanoseconds.stream().sorted().toList());
    }

    /** The shortest, in milliseconds. */
    double min() {
        return sorted.get(0) / 1e6;
    }

    /** The longest, in milliseconds. */
    double max() {
        return sorted.get(sorted.size() - 1) / 1e6;
    }

    /** In milliseconds; of an even number the mean of the two in the middle. */
    double median() {
        int middle = sorted.size() / 2;
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(middle)) / 2e6;
    }
}
