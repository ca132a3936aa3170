package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Stock;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches all that a later build with <code>-o</code> needs: the runtime and uv into the store, the packages into uv's
 * cache. The environment itself is left as it is.
 */
@Mojo(name = "go-offline", threadSafe = true)
public final class GoOfflineMojo extends AbstractEnvironmentMojo {

    /**
     * Other platforms, such as <code>linux-aarch64,windows-x86_64</code>, that all is fetched for, too. The runtime and uv
     * are kept in the local repository and in the store, the packages in uv's cache, to be carried there. Packages are
     * fetched where a lock or hashes fix their versions; <code>lock</code> makes one.
     */
    @Parameter(property = "python-env.platforms")
    private List<String> platforms = List.of();

    @Inject
    public GoOfflineMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        requests.forEach(request -> fetch(module, request));
    }

    private void fetch(Module module, EnvironmentRequest request) {
        if (request.settings().offline()) {
            throw new UserFailure(
                    "This build is offline (-o), so nothing can be fetched.", "Run go-offline once without -o.");
        }
        if (dryRun()) {
            getLog().info(module.prefix() + "Dry run: would fetch Python '"
                    + request.python().text() + "', uv and " + request.inputs().summary() + ".");
            return;
        }
        Stock stock = new Environments(toolbox(module, request)).stock(request, platforms);
        stock.items()
                .forEach(item -> getLog().info(
                                module.prefix() + "Ready for -o: " + item.what() + ", " + Amounts.bytes(item.bytes())));
    }
}
