package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Fetches an artifact the way the running build does: its mirrors, proxies, credentials and offline switch count. */
@FunctionalInterface
public interface ArtifactResolver {

    /**
     * Finds one artifact, fetching it where needed.
     *
     * @return the artifact's file, usually in the local repository
     * @throws UserFailure if it cannot be had
     */
    Path resolve(String groupId, String artifactId, String version, String extension, String classifier);

    /** The same of an artifact that is a value. */
    default Path resolve(MavenArtifact artifact) {
        return resolve(
                artifact.groupId(),
                artifact.artifactId(),
                artifact.version(),
                artifact.extension(),
                artifact.classifier());
    }

    /**
     * Finds one artifact, fetching it where needed.
     *
     * @return its file; nothing where no repository has it, or it is not here and nothing may be fetched
     * @throws UserFailure if a repository could not be asked
     */
    default Optional<Path> find(MavenArtifact artifact) {
        return Optional.of(resolve(artifact));
    }

    /**
     * Lists the versions of an artifact that the repositories have.
     *
     * @return none where no repository knows it
     * @throws UserFailure if a repository could not be asked
     */
    default List<String> versions(String groupId, String artifactId) {
        return List.of();
    }
}
