package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Installs the packages into a new generation of the environment and swaps it in. What the packages need, the
 * interpreter and the virtual environment, is made as well where it is missing.
 */
@Mojo(name = "install", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class InstallMojo extends AbstractEnvironmentMojo {

    @Inject
    public InstallMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        bring(module, requests, Goal.PACKAGES);
    }
}
