package io.github.pythonenv.runtime;

import java.net.URI;

/** Puts a mirror's address in the place of that of python-build-standalone's releases, as uv does it. */
final class StandaloneMirror {
    /** What comes after it in an address, the release's date and the file's name, is the same in every mirror. */
    private static final String RELEASES = "/releases/download/";

    /** The folder in each of its archives that holds the installation. */
    static final String TREE_PREFIX = "python/";

    private StandaloneMirror() {}

    /** Where the bytes of a candidate that comes from a server are to be asked for. */
    static URI address(Candidate candidate, Mirrors mirrors) {
        String written = ((RemoteFile) candidate.origin()).uri().toString();
        int after = written.indexOf(RELEASES);
        return candidate.source() == Source.STANDALONE && after >= 0
                ? mirrors.standalone()
                        // As text: what is escaped in it stays escaped.
                        .map(mirror -> URI.create(mirror + "/" + written.substring(after + RELEASES.length())))
                        .orElse(URI.create(written))
                : URI.create(written);
    }
}
