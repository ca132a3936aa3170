package io.github.pythonenv.cleaning;

import java.util.List;

/**
 * What a search came to, in the order of paths.
 *
 * @param found the environments that can go
 * @param spared what looks like one and is left alone
 */
public record Findings(List<Finding> found, List<Spared> spared) {

    public Findings {
        found = List.copyOf(found);
        spared = List.copyOf(spared);
    }

    /** Of all that can go. */
    public long bytes() {
        return found.stream().mapToLong(Finding::bytes).sum();
    }
}
