package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a lock pins.
 *
 * @param pythons for each request, as it was written, the distributions that it means: one for each platform
 * @param uv the uv that installs, unless each build says that itself
 */
record Lock(Map<String, List<Distribution>> pythons, Optional<Uv> uv) {

    static final Lock EMPTY = new Lock(Map.of(), Optional.empty());

    /**
     * A pinned uv.
     *
     * @param digests the SHA-256 of its wheels, by the platforms that {@link io.github.pythonenv.packages.UvTool} names
     */
    record Uv(String version, Map<String, String> digests) {
        Uv {
            digests = Map.copyOf(digests);
        }
    }

    Lock {
        Map<String, List<Distribution>> sorted = new TreeMap<>();
        pythons.forEach((request, distributions) -> sorted.put(request, List.copyOf(distributions)));
        pythons = Collections.unmodifiableMap(sorted);
    }

    /** The same with other distributions for a request; with none, it is not pinned any more. */
    Lock with(String request, List<Distribution> distributions) {
        Map<String, List<Distribution>> changed = new TreeMap<>(pythons);
        if (distributions.isEmpty()) {
            changed.remove(request);
        } else {
            changed.put(request, new ArrayList<>(distributions));
        }
        return new Lock(changed, uv);
    }

    /** The same with another uv. */
    Lock with(Optional<Uv> other) {
        return new Lock(pythons, other);
    }
}
