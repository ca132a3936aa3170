package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.ArtifactResolver;
import io.github.pythonenv.runtime.MavenArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.MetadataNotFoundException;

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
            return file(artifact);
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

    @Override
    public Optional<Path> find(MavenArtifact wanted) {
        DefaultArtifact artifact = new DefaultArtifact(
                wanted.groupId(), wanted.artifactId(), wanted.classifier(), wanted.extension(), wanted.version());
        try {
            return Optional.of(file(artifact));
        } catch (ArtifactResolutionException e) {
            if (session.isOffline()
                    || e.getResult().getExceptions().stream().allMatch(ArtifactNotFoundException.class::isInstance)) {
                return Optional.empty();
            }
            throw unanswered(artifact, e);
        }
    }

    @Override
    public List<String> versions(String groupId, String artifactId) {
        DefaultArtifact every = new DefaultArtifact(groupId, artifactId, "", "[0,)");
        try {
            VersionRangeResult result =
                    system.resolveVersionRange(session, new VersionRangeRequest(every, repositories, null));
            Optional<Exception> unanswered = result.getExceptions().stream()
                    .filter(reason -> !(reason instanceof MetadataNotFoundException))
                    .findFirst();
            if (result.getVersions().isEmpty() && unanswered.isPresent() && !session.isOffline()) {
                throw unanswered(every, unanswered.get());
            }
            return result.getVersions().stream().map(Object::toString).toList();
        } catch (VersionRangeResolutionException e) {
            throw unanswered(every, e);
        }
    }

    private Path file(DefaultArtifact artifact) throws ArtifactResolutionException {
        return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                .getArtifact()
                .getFile()
                .toPath();
    }

    private static UserFailure unanswered(DefaultArtifact artifact, Exception reason) {
        return new UserFailure(
                "A repository could not be asked for " + artifact + ": " + reason.getMessage(),
                "Check that it is reachable, and that the server with its id in settings.xml has credentials that may"
                        + " read there.",
                reason);
    }
}
