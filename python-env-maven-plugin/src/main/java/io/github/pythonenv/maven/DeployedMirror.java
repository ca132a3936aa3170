package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.MirrorRepository;
import io.github.pythonenv.runtime.MavenArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.deployment.DeploymentException;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;

/** A Maven repository that is filled as Maven's own deploy goal does it: credentials by its id, checksums beside files. */
final class DeployedMirror implements MirrorRepository {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final RemoteRepository repository;
    private final MavenArtifacts there;

    /**
     * @param repository without credentials and proxy: these come from the settings
     * @param scratch an empty folder, in place of the local repository: that one would tell what was once there
     */
    DeployedMirror(
            RepositorySystem system, RepositorySystemSession session, RemoteRepository repository, Path scratch) {
        this.system = system;
        this.session = session;
        this.repository = system.newDeploymentRepository(session, repository);
        DefaultRepositorySystemSession fresh = new DefaultRepositorySystemSession(session);
        fresh.setLocalRepositoryManager(system.newLocalRepositoryManager(fresh, new LocalRepository(scratch.toFile())));
        this.there = new MavenArtifacts(system, fresh, List.of(this.repository));
    }

    @Override
    public Optional<Path> find(MavenArtifact artifact) {
        return there.find(artifact);
    }

    @Override
    public void deploy(Map<MavenArtifact, Path> files) {
        DeployRequest request = new DeployRequest().setRepository(repository);
        files.forEach((artifact, file) -> request.addArtifact(artifact(artifact).setFile(file.toFile())));
        try {
            system.deploy(session, request);
        } catch (DeploymentException e) {
            throw new UserFailure(
                    files.keySet() + " could not be deployed to " + repository.getUrl() + ": " + e.getMessage(),
                    "Check the address, and that the server " + repository.getId()
                            + " in settings.xml has credentials that may deploy there.",
                    e);
        }
    }

    private static Artifact artifact(MavenArtifact artifact) {
        return new DefaultArtifact(
                artifact.groupId(),
                artifact.artifactId(),
                artifact.classifier(),
                artifact.extension(),
                artifact.version());
    }
}
