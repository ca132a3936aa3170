package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.MirrorGroup;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.util.List;

/**
 * What is to be put into an organisation's Maven repository.
 *
 * @param group what it is called there
 * @param versions which versions of CPython; empty for those of the locks, or else the newest of every series
 * @param source from where they come
 * @param from where else their bytes are to be had
 * @param locks what they pin for a version is what is meant by it; where {@code versions} does not say, all that they
 *     pin is wanted. Only those that are there
 * @param platforms ids of platforms, with {@code -musl} at the end for such a Linux; empty for all that there are
 */
public record MirrorRequest(
        MirrorGroup group,
        List<VersionRequest> versions,
        List<LockFile> locks,
        SourceRequest source,
        Mirrors from,
        List<String> platforms) {
    public MirrorRequest {
        versions = List.copyOf(versions);
        locks = locks.stream().filter(LockFile::present).toList();
        platforms = List.copyOf(platforms);
    }

    /** Whether a platform is among those that are wanted. */
    boolean wants(String fullPlatform) {
        return platforms.isEmpty() || platforms.contains(fullPlatform);
    }

    /** A runtime for this machine, of the same source. */
    RuntimeRequest runtime(VersionRequest version) {
        return new RuntimeRequest(version, source, from, false, false);
    }
}
