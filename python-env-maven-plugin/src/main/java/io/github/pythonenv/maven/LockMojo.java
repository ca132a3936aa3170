package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes <code>python-env.lock</code>: which Python and which uv all builds of this project take from now on, on every
 * platform, with their digests. To be committed. What it pins is what a build would take here now, so that one is made
 * first; with <code>-U</code>, the newest. It is one version for all platforms where there is one: if what is in the
 * store here is not to be had for every platform, the newest of its series that is. What the lock has for other Python
 * versions, which other environments of the project may ask for, stays. It locks Python and uv only: packages are locked
 * by <code>uv.lock</code> or <code>pylock.toml</code>.
 */
@Mojo(name = "lock", threadSafe = true)
public final class LockMojo extends AbstractEnvironmentMojo {

    @Inject
    public LockMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        Set<Path> written = new LinkedHashSet<>();
        for (EnvironmentRequest request : requests) {
            Path file = request.lock().file();
            if (dryRun()) {
                getLog().info(module.prefix() + "Dry run: would pin Python '"
                        + request.python().text() + "' in " + file + ".");
                continue;
            }
            new Environments(toolbox(module, request))
                    .lock(request)
                    .forEach(line -> getLog().info(module.prefix() + "Locked " + line + "."));
            written.add(file);
        }
        written.forEach(file -> getLog().info(module.prefix() + "Wrote " + file + ": commit it."));
    }
}
