package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the archive that Maven coordinates of one's own mean on a machine. */
final class OwnCoordinates {
    /** Beside a runtime in a repository: its SHA-256 by the platform's id. */
    private static final String DIGESTS_EXTENSION = "properties";

    private static final String DIGESTS_CLASSIFIER = "digests";

    private final SourceRequest.Coordinates request;
    private final ArtifactResolver artifacts;
    private final String platform;

    OwnCoordinates(SourceRequest.Coordinates request, ArtifactResolver artifacts, Host host) {
        this.request = request;
        this.artifacts = artifacts;
        this.platform = host.platform().fullId();
    }

    /** @throws UserFailure if the version or the digest is not known */
    UnseenArchive archive(VersionRequest python) {
        MavenArtifact template = request.template();
        if (template.coordinates().contains("{version}") && !python.text().matches("[0-9]+(\\.[0-9]+)*")) {
            throw new UserFailure(
                    "<runtimeCoordinates> has {version} in it, and '" + python + "' is a range, not a version.",
                    "Say in <pythonVersion> (-Dpython-env.pythonVersion=…) which version it is to be, for instance"
                            + " 3.14.3, or write it into <runtimeCoordinates>.");
        }
        MavenArtifact artifact = new MavenArtifact(
                filled(template.groupId(), python),
                filled(template.artifactId(), python),
                filled(template.version(), python),
                template.extension(),
                filled(template.classifier(), python));
        String configured = request.digests().get(platform);
        return new UnseenArchive(
                Source.MAVEN, artifact, configured != null ? configured : deployed(artifact), platform);
    }

    /** The platform's id as it is filled in, with {@code -musl} at its end where that is the C library. */
    String platform() {
        return platform;
    }

    private String filled(String text, VersionRequest python) {
        return text.replace("{version}", python.text()).replace("{platform}", platform);
    }

    private String deployed(MavenArtifact artifact) {
        Path file;
        try {
            file = artifacts.resolve(
                    artifact.groupId(),
                    artifact.artifactId(),
                    artifact.version(),
                    DIGESTS_EXTENSION,
                    DIGESTS_CLASSIFIER);
        } catch (UserFailure e) {
            throw unknown(artifact, "nor do the Maven repositories have a list of its digests", e);
        }
        Properties digests = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            digests.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unknown(artifact, "and the list of digests " + file + " cannot be read", e);
        }
        String digest = digests.getProperty(platform, "").strip().toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw unknown(artifact, "and the list of digests " + file + " has none for it", null);
        }
        return digest;
    }

    private UserFailure unknown(MavenArtifact artifact, String why, @Nullable Exception cause) {
        String what = "Nobody says what the SHA-256 of " + artifact + " is: <runtimeDigests> has none for " + platform
                + ", " + why + ".";
        String hint = "Check that there is such an artifact"
                + (request.template().coordinates().contains("{version}")
                        ? "; {version} in <runtimeCoordinates> became what <pythonVersion> says"
                        : "")
                + ". Then add <runtimeDigests><" + platform + ">…</" + platform
                + "></runtimeDigests>, or deploy beside it "
                + artifact.groupId() + ":" + artifact.artifactId() + ":" + artifact.version() + ":" + DIGESTS_EXTENSION
                + ":" + DIGESTS_CLASSIFIER + " with the line " + platform + "=….";
        return cause == null ? new UserFailure(what, hint) : new UserFailure(what, hint, cause);
    }
}
