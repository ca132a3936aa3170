package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.LockFile;
import io.github.pythonenv.environment.MirrorRequest;
import io.github.pythonenv.runtime.MirrorGroup;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.VersionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a request of what was configured for filling a mirror. */
public final class MirrorRequests {

    private MirrorRequests() {}

    /**
     * The request.
     *
     * @param runtime where runtimes come from, and the group that they go to
     * @param versions requests for versions of CPython
     * @param locks files that may be there, and tell what versions mean
     * @param platforms ids of platforms
     * @param folder what relative paths refer to
     * @throws UserFailure where that contradicts itself or is not enough
     */
    public static MirrorRequest from(
            RuntimeConfiguration runtime,
            List<String> versions,
            List<Path> locks,
            List<String> platforms,
            Path folder) {
        SourceRequests sources = new SourceRequests(runtime, folder);
        Mirrors mirrors = sources.mirrors();
        String group = mirrors.groupId()
                .orElseThrow(() -> new UserFailure(
                        "Nobody says what the runtimes are to be called in the repository.",
                        "Set -Dpython-env.mirrorGroupId, for instance to com.example.python; builds that use the mirror"
                                + " name the same."));
        return new MirrorRequest(
                new MirrorGroup(group),
                versions.stream().map(VersionRequest::parse).toList(),
                locks.stream().map(LockFile::at).toList(),
                sources.source(),
                new Mirrors(mirrors.standalone(), Optional.empty()),
                platforms.stream().map(String::strip).toList());
    }
}
