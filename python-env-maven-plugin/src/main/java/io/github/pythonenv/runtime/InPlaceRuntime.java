package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a {@link Runtime} of an interpreter that is used where somebody else put it. */
public final class InPlaceRuntime {
    private InPlaceRuntime() {}

    /**
     * Makes one.
     *
     * @param source {@link Source#SYSTEM}, {@link Source#UV} or {@link Source#CONDA}
     * @param home the root of its installation
     * @param executable the interpreter, absolute
     */
    public static Runtime of(Source source, PythonVersion version, String platform, Path home, Path executable) {
        if (!source.inPlace()) {
            throw new IllegalArgumentException(source + " is not used in place");
        }
        String digest = digest(executable, version);
        String name = source.word() + "-" + version + "-" + digest.substring(0, 12);
        return new Runtime(version, platform, source.word(), home, executable, digest, name);
    }

    /**
     * What tells this interpreter from another: where its file really is, how large it is, when it was written, and its
     * version. An upgraded one has another digest, and nothing had to be started or read to see that.
     */
    static String digest(Path executable, PythonVersion version) {
        String identity;
        try {
            Path real = executable.toRealPath();
            identity = String.join(
                    "\n",
                    real.toString(),
                    Long.toString(Files.size(real)),
                    Long.toString(Files.getLastModifiedTime(real).toMillis()),
                    version.toString());
        } catch (IOException e) {
            identity = "gone";
        }
        return Digests.sha256(identity.getBytes(StandardCharsets.UTF_8));
    }
}
