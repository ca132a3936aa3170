package io.github.pythonenv.runtime;

import java.util.List;

/**
 * How it is with a runtime.
 *
 * @param fault what makes it useless, one or more sentences; empty if it works
 * @param missing what it works without
 */
public record Health(String fault, List<String> missing) {
    /** Nothing is wrong, nothing is missing. */
    public static final Health GOOD = new Health("", List.of());

    public Health {
        missing = List.copyOf(missing);
    }

    static Health fault(String what) {
        return new Health(what, List.of());
    }

    /** Whether it can be used. */
    public boolean good() {
        return fault.isEmpty();
    }
}
