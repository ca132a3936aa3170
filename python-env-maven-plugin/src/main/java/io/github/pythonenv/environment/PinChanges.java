package io.github.pythonenv.environment;

import io.github.pythonenv.packages.LockChange;
import io.github.pythonenv.runtime.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between two states of {@code python-env.lock}. */
final class PinChanges {

    private PinChanges() {}

    /** The changes of one request for Python, and of uv. */
    static List<LockChange> between(Lock before, Lock now, String request) {
        List<Distribution> earlier = before.pythons().getOrDefault(request, List.of());
        List<Distribution> later = now.pythons().getOrDefault(request, List.of());
        List<LockChange> changes = new ArrayList<>();
        LockChange.of(
                        "CPython",
                        versions(earlier),
                        versions(later),
                        digests(later).containsAll(digests(earlier)))
                .ifPresent(changes::add);
        LockChange.of("uv", version(before), version(now), true).ifPresent(changes::add);
        return changes;
    }

    private static List<String> version(Lock lock) {
        return lock.uv().map(uv -> List.of(uv.version())).orElse(List.of());
    }

    private static List<String> versions(List<Distribution> distributions) {
        return distributions.stream().map(one -> one.version().toString()).toList();
    }

    private static Set<String> digests(List<Distribution> distributions) {
        return distributions.stream().map(Distribution::sha256).collect(Collectors.toSet());
    }
}
