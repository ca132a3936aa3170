package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** The parameters {@code uvVersion}, {@code uvSha256} and {@code uvExecutable}. */
final class UvParameters {

    private UvParameters() {}

    /**
     * Which uv they mean.
     *
     * @throws UserFailure where they contradict each other or are not enough
     */
    static UvChoice choice(@Nullable String version, @Nullable String sha256, @Nullable File executable) {
        if (executable != null && (version != null || sha256 != null)) {
            throw new UserFailure(
                    "<uvExecutable> and " + (version != null ? "<uvVersion>" : "<uvSha256>")
                            + " are configured together.",
                    "Keep <uvExecutable> for a program of your own, or <uvVersion> with <uvSha256> for one to fetch.");
        }
        if (executable != null) {
            return new UvChoice.Executable(executable.toPath());
        }
        if (version != null) {
            return new UvChoice.OfVersion(version, sha256 != null ? sha256 : "");
        }
        if (sha256 != null) {
            throw new UserFailure(
                    "<uvSha256> is configured without <uvVersion>, so it is not known what it is the digest of.",
                    "Add <uvVersion>, or leave both away for the uv that this plugin pins.");
        }
        return new UvChoice.Pinned();
    }
}
