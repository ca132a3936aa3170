package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Remnants;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Takes this project to a working Python environment: interpreter, virtual environment and packages. The one call that
 * most projects need. When everything is up to date it starts no process and takes a few milliseconds.
 */
@Mojo(name = "ensure", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class EnsureMojo extends EnvironmentParameters {

    @Inject
    public EnsureMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        bring(module, requests, Goal.PACKAGES);
        if (environments().yes(Setting.AUTO_CLEANUP, false) && chosen().isEmpty() && !dryRun()) {
            removeRemnants(module);
        }
    }

    private void removeRemnants(Module module) {
        List<ConfiguredEnvironment> all = environments().all();
        if (all.isEmpty() && module.asksForOne()) {
            all = environments().select(List.of());
        }
        // What an option says of one call says nothing of what the project wants.
        if (session().getUserProperties().containsKey("python-env.configFile")
                || all.stream().anyMatch(ConfiguredEnvironment::placedByCommandLine)) {
            return;
        }
        Set<Path> named = new HashSet<>();
        for (ConfiguredEnvironment environment : all) {
            named.add(requested(module, environment).request().directory());
        }
        if (!named.isEmpty()) {
            new Remnants(module.folder(), named).remove(new ConsoleProgress(getLog(), module.prefix()));
        }
    }
}
