package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;

/** What to install into an environment. */
public sealed interface PackageInputs
        permits UnlockedInputs, LockedInputs, UvLock, Pylock, ForeignLock, Packed, NoPackages {

    /**
     * Every file that the result depends on, absolute; also such as do not exist but would count if they did.
     *
     * @throws io.github.pythonenv.UserFailure when a file that another names is missing
     */
    List<Path> inputFiles();

    /** The source folders of local projects that are installed as copies: a change in them is a change of input. */
    List<Path> sourceTrees();

    /** Whether the versions are fixed by a lock, so that indexes and settings of the resolver change nothing. */
    boolean locked();

    /** The canonical text of everything about these inputs but the contents of files. */
    String describe();

    /** These inputs for a person, such as {@code uv.lock (extras: cli)}. */
    String summary();
}
