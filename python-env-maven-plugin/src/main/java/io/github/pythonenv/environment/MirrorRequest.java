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
 * @param versions which versions of CPython; empty for the newest of every series
 * @param source from where they come
 * @param from where else their bytes are to be had
 * @param platforms ids of platforms, with {@code -musl} at the end for such a Linux; empty for all that there are
 */
public record MirrorRequest(
        MirrorGroup group, List<VersionRequest> versions, SourceRequest source, Mirrors from, List<String> platforms) {
    public MirrorRequest {
        versions = List.copyOf(versions);
        platforms = List.copyOf(platforms);
    }

    /** A runtime for this machine, of the same source. */
    RuntimeRequest runtime(VersionRequest version) {
        return new RuntimeRequest(version, source, from, false, false);
    }
}
