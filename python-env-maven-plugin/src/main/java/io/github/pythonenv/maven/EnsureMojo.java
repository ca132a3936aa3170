package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Takes this project to a working Python environment: interpreter, virtual environment and packages. The one call that
 * most projects need. When everything is up to date it starts no process and takes a few milliseconds.
 */
@Mojo(name = "ensure", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class EnsureMojo extends AbstractEnvironmentMojo {

    @Inject
    public EnsureMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        bring(module, requests, Goal.PACKAGES);
    }
}
