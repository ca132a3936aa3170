package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Completed;
import java.util.List;
import java.util.Map;

/**
 * Whether a {@code uv.lock} is what uv would write for the project now. uv calls a lock stale that names an index which
 * is not configured, and one that it would have to resolve anew, even if it cannot. So it is asked under the lock's own
 * indexes, whatever this machine uses, and first without the network: a lock that fits is found to fit without it.
 *
 * @param project calls in the project's folder
 */
record LockFreshness(UvCalls project) {

    /** What uv says without the network of a lock that does not fit: it begins to resolve, or does and finds another. */
    private static final List<String> STALE = List.of("needs to be updated", "No solution found");

    private static final List<String> CHECK = List.of("lock", "--check");

    /** @throws UserFailure where it cannot be found out */
    boolean fits(UvLock lock) {
        UvCalls calls = underItsOwnIndexes(UvLockFile.read(lock).registries());
        Completed offline = calls.attempt(List.of("lock", "--check", "--offline"));
        if (offline.succeeded() || STALE.stream().anyMatch(String.join("\n", offline.err())::contains)) {
            return offline.succeeded();
        }
        // What a project says of itself may be known only after a build, which may need the network.
        Completed online = calls.attempt(CHECK);
        if (!online.succeeded() && !String.join("\n", online.err()).contains(STALE.get(0))) {
            throw calls.failure("Whether " + lock.file() + " fits its project could not be found out", online);
        }
        return online.succeeded();
    }

    private UvCalls underItsOwnIndexes(List<String> registries) {
        UvCalls calls = project.without(IndexInForce.VARIABLES);
        List<String> named = registries.stream()
                .map(url -> IndexNames.asNamed(url, project.variables()))
                .toList();
        return registries.isEmpty()
                ? calls
                : calls.with(Map.of(
                        "UV_DEFAULT_INDEX",
                        named.get(0),
                        "UV_INDEX",
                        String.join(" ", named.subList(1, named.size()))));
    }
}
