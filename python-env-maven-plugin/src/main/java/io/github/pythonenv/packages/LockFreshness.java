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

    /** @throws UserFailure where the lock is stale, or it cannot be found out */
    void require(UvLock lock, UvLockFile file) {
        UvCalls calls = underItsOwnIndexes(file.registries());
        Completed offline = calls.attempt(List.of("lock", "--check", "--offline"));
        if (offline.succeeded()) {
            return;
        }
        if (STALE.stream().anyMatch(String.join("\n", offline.err())::contains)) {
            throw stale(lock);
        }
        // What a project says of itself may be known only after a build, which may need the network.
        Completed online = calls.attempt(CHECK);
        if (String.join("\n", online.err()).contains(STALE.get(0))) {
            throw stale(lock);
        }
        if (!online.succeeded()) {
            throw ToolFailure.of(
                    "Whether " + lock.file() + " fits its project could not be found out", online, project.folder());
        }
    }

    private UvCalls underItsOwnIndexes(List<String> registries) {
        UvCalls calls = project.without(IndexInForce.VARIABLES);
        return registries.isEmpty()
                ? calls
                : calls.with(Map.of(
                        "UV_DEFAULT_INDEX",
                        registries.get(0),
                        "UV_INDEX",
                        String.join(" ", registries.subList(1, registries.size()))));
    }

    private static UserFailure stale(UvLock lock) {
        return new UserFailure(
                lock.file() + " is stale: it does not fit pyproject.toml, which was changed after it was made.",
                "Run uv lock in " + lock.root() + " and commit the result.");
    }
}
