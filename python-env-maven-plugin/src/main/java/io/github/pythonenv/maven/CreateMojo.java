package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Creates the virtual environment without packages. Does nothing where an environment on a fitting runtime stands
 * already, whatever is installed in it; with <code>force</code>, a new and empty one replaces it.
 */
@Mojo(name = "create", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CreateMojo extends AbstractEnvironmentMojo {

    @Inject
    public CreateMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        bring(module, requests, Goal.ENVIRONMENT);
    }
}
