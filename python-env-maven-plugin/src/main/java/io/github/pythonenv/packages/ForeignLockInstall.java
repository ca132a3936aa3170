package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Installs what a lock of another tool fixes, by its hashes.
 *
 * @param inside calls for the environment's interpreter
 * @param wheels folders that have wheels
 * @param scratch a file beside which others may be made
 * @param again packages to fetch and install anew, past uv's cache
 */
record ForeignLockInstall(UvCalls inside, LocalWheels wheels, Path scratch, List<String> again) {

    void install(ForeignLock lock) throws IOException {
        lock.requireFresh();
        PinnedLines pinned = lock.pinned();
        UvCalls beside = inside.in(lock.file().resolveSibling(""));
        IndexInForce index = IndexInForce.in(beside.folder(), inside.variables(), wheels);
        UvCalls withItsIndexes = beside.with(LockIndex.variables(pinned.indexes(), index, inside.variables()));
        new PinnedInstall(withItsIndexes, wheels, scratch, again)
                .install(
                        String.valueOf(lock.file().getFileName()),
                        pinned,
                        "The packages of " + lock.file() + " could not be installed");
    }
}
