package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive of an environment that was packed elsewhere. Where it is an artifact, Maven is asked for it when something
 * about it is asked.
 *
 * @param origin an artifact or a file
 * @param sha256 what its bytes must be; of an artifact, Maven compares its repository's checksum anyway
 * @param artifacts where an artifact comes from
 */
public record PackedArchive(Origin origin, Optional<String> sha256, ArtifactResolver artifacts) {

    /**
     * What tells it from others cheaply, where nobody said its digest: reading it all would cost each build. The file's
     * path is no part of that, since an artifact of this build becomes one of the local repository.
     *
     * @throws UserFailure where it cannot be had
     */
    String describe() {
        if (sha256.isPresent()) {
            return "";
        }
        Path file = file();
        try {
            return origin + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @throws UserFailure where it cannot be had */
    UnseenArchive candidate(String platform) {
        Path file = file();
        try {
            String digest = sha256.isPresent() ? sha256.get() : Digests.sha256(file);
            return new UnseenArchive(Source.PACKED, new LocalFile(file), digest, platform);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Path file() {
        Path file = origin instanceof MavenArtifact artifact ? resolved(artifact) : ((LocalFile) origin).path();
        if (!Files.isRegularFile(file)) {
            throw new UserFailure(
                    "The environment is to be made of " + file + ", and there is no such file.",
                    "Correct <packed> (-Dpython-env.packed=…): a file is relative to the project's folder.");
        }
        return file;
    }

    private Path resolved(MavenArtifact artifact) {
        try {
            return artifacts.resolve(artifact);
        } catch (UserFailure e) {
            throw new UserFailure(
                    String.valueOf(e.getMessage()),
                    "Where a module of this build packs it: let this module depend on that one, and build both as far"
                            + " as the phase package. " + e.hint(),
                    e);
        }
    }

    private static UserFailure unreadable(Path file, IOException cause) {
        return new UserFailure(
                "The archive " + file + " cannot be read: " + FileFault.why(cause) + ".",
                "Give this user the right to read it.",
                cause);
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
