package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.ArtifactResolver;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Resolves distributions as Maven resolves anything: through the mirrors, proxies and credentials of settings.xml,
 * with checksums, into the local repository, and from there alone when offline.
 */
record MavenArtifacts(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories)
        implements ArtifactResolver {

    @Override
    public Path resolve(String groupId, String artifactId, String version, String extension, String classifier) {
        DefaultArtifact artifact = new DefaultArtifact(groupId, artifactId, classifier, extension, version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new UserFailure(
                    "Maven could not resolve " + artifact + ": " + e.getMessage(),
                    session.isOffline()
                            ? "This build is offline and the artifact is not in the local repository yet."
                                    + " Run it once without -o."
                            : "Check that one of the plugin repositories, or the mirror that settings.xml names for"
                                    + " them, serves it.",
                    e);
        }
    }
}
