package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Inspection;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the environment is what this project asks for, file by file: every installed file has the
 * contents that were recorded, the interpreter and the scripts are in place, nothing was added. Changes nothing.
 */
@Mojo(name = "check", threadSafe = true)
public final class CheckMojo extends AbstractEnvironmentMojo {

    /**
     * A file that the result is written to as JSON. Always there: <code>environment</code>, <code>directory</code>,
     * <code>status</code> (<code>up_to_date</code>, <code>out_of_date</code>, <code>damaged</code>,
     * <code>missing</code>, <code>foreign</code> or <code>occupied</code>) and <code>findings</code>, a list of
     * sentences. Where one of ours stands: <code>python</code>, <code>runtime</code>, <code>generation</code>,
     * <code>created</code>, <code>fingerprint</code> and the number of <code>packages</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    /** Whether the build fails unless the environment is up to date. */
    @Parameter(property = "python-env.failOnDrift", defaultValue = "false")
    private boolean failOnDrift;

    @Inject
    public CheckMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, EnvironmentRequest request) {
        Inspection inspection = new Environments(toolbox(module)).inspect(request);
        String prefix = module.prefix();
        getLog().info(prefix + InspectionText.headline(request, inspection));
        inspection.findings().forEach(finding -> getLog().info(prefix + "  - " + finding));
        if (outputFile != null) {
            InspectionText.writeJson(outputFile.toPath(), request, inspection);
        }
        if (failOnDrift && inspection.status() != Inspection.Status.UP_TO_DATE) {
            throw new UserFailure(
                    InspectionText.headline(request, inspection),
                    inspection.status() == Inspection.Status.DAMAGED
                            ? "Run mvn python-env:ensure -Dpython-env.force to build it anew."
                            : "Run mvn python-env:ensure to make it so.");
        }
    }
}
