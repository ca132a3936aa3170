package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import java.nio.file.Path;
import java.util.Optional;

/** What the settings {@code uvVersion}, {@code uvSha256} and {@code uvExecutable} mean together. */
public final class UvChoices {

    private UvChoices() {}

    /**
     * Which uv they mean.
     *
     * @throws UserFailure where they contradict each other or are not enough
     */
    public static UvChoice of(Optional<String> version, Optional<String> sha256, Optional<Path> executable) {
        if (executable.isPresent() && (version.isPresent() || sha256.isPresent())) {
            throw new UserFailure(
                    "<uvExecutable> and " + (version.isPresent() ? "<uvVersion>" : "<uvSha256>")
                            + " are configured together.",
                    "Keep <uvExecutable> for a program of your own, or <uvVersion> with <uvSha256> for one to fetch.");
        }
        if (executable.isPresent()) {
            return new UvChoice.Executable(executable.get());
        }
        if (version.isPresent()) {
            return new UvChoice.OfVersion(version.get(), sha256.orElse(""));
        }
        if (sha256.isPresent()) {
            throw new UserFailure(
                    "<uvSha256> is configured without <uvVersion>, so it is not known what it is the digest of.",
                    "Add <uvVersion>, or leave both away for the uv that this plugin pins.");
        }
        return new UvChoice.Pinned();
    }
}
