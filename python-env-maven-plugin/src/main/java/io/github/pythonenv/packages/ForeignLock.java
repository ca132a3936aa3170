package io.github.pythonenv.packages;

import java.nio.file.Path;

/** A lock that another tool than uv wrote. It is read as it stands; the tool itself is never needed. */
public sealed interface ForeignLock extends PackageInputs permits PoetryLock, PipfileLock {

    /** The lock, absolute. */
    Path file();

    /** What the lock fixes of what is wanted, ready to install or to be written as another lock. */
    PinnedLines pinned();

    /**
     * Compares the lock with the file that it was made from.
     *
     * @throws io.github.pythonenv.UserFailure where that was changed since, with the command that mends it
     */
    void requireFresh();

    @Override
    default boolean locked() {
        return true;
    }
}
