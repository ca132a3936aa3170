package io.github.pythonenv.environment;

import java.util.List;

/**
 * What is on this machine now for builds without a network.
 *
 * @param items in the order in which they were fetched
 */
public record Stock(List<Item> items) {
    public Stock {
        items = List.copyOf(items);
    }

    /**
     * One thing.
     *
     * @param what for people: {@code CPython 3.14.3}
     * @param bytes its size on disk
     */
    public record Item(String what, long bytes) {}
}
