package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which uv installs. */
public sealed interface UvChoice {

    /** The canonical text of the choice, part of the fingerprint. */
    String describe();

    /** The version that this plugin pins by digest for each platform. */
    record Pinned() implements UvChoice {
        @Override
        public String describe() {
            return "uv " + UvWheels.pinnedVersion();
        }
    }

    /**
     * A version of the user's choice.
     *
     * @param sha256 the digest of its wheel for this platform
     */
    record OfVersion(String version, String sha256) implements UvChoice {

        public OfVersion {
            if (!sha256.matches("[0-9a-fA-F]{64}")) {
                throw new UserFailure(
                        "<uvVersion> " + version
                                + " needs the SHA-256 of its wheel in <uvSha256>: 64 hexadecimal digits"
                                + (sha256.isEmpty() ? ", and there are none." : ", and not " + sha256 + "."),
                        "The package index shows it beside the file for this platform; or leave both away for uv "
                                + UvWheels.pinnedVersion() + ", which this plugin pins.");
            }
        }

        @Override
        public String describe() {
            return "uv " + version + " " + sha256;
        }
    }

    /** A program of the user's own; what it is, is up to them. That it became another is told by its size and time. */
    record Executable(Path path) implements UvChoice {

        public Executable {
            if (!Files.isExecutable(path)) {
                throw new UserFailure(
                        "<uvExecutable> " + path + (Files.exists(path) ? " cannot be executed." : " does not exist."),
                        "Name the uv program itself, or leave it away: the plugin brings a uv of its own.");
            }
        }

        @Override
        public String describe() {
            return "uv at " + path + " " + state();
        }

        private String state() {
            try {
                return Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis();
            } catch (IOException e) {
                return "unreadable";
            }
        }
    }
}
