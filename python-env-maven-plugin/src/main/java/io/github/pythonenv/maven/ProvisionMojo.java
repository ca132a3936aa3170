package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/** Puts the runtime, a CPython interpreter, into the store. No environment is made. */
@Mojo(name = "provision", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ProvisionMojo extends AbstractEnvironmentMojo {

    @Inject
    public ProvisionMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        bring(module, requests, Goal.RUNTIME);
    }
}
