package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;

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
}
