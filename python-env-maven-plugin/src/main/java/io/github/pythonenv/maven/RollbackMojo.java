package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Destination;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Takes an environment back to an earlier generation, and holds it there: <code>ensure</code> then says so and leaves it
 * alone until what is asked for changes, or until <code>forward</code> takes it to the newest one again. What stood
 * there is kept. How many generations there are to go back to is set by <code>keepGenerations</code>.
 */
@Mojo(name = "rollback", threadSafe = true)
public final class RollbackMojo extends AbstractEnvironmentMojo {

    /** Shows the generations that are on disk, and changes nothing. */
    @Parameter(property = "python-env.list", defaultValue = "false")
    private boolean list;

    /** The number of the generation to go to; unless set, the one before the one that stands. */
    @Parameter(property = "python-env.generation")
    private @Nullable Long generation;

    /** Goes to the newest generation, and holds it no longer. */
    @Parameter(property = "python-env.forward", defaultValue = "false")
    private boolean forward;

    /** How the generations are shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the generations are written to as JSON, as they are afterwards: <code>environment</code>,
     * <code>directory</code>, and <code>generations</code>, each with <code>generation</code>, <code>standing</code>,
     * <code>held</code>, <code>created</code>, <code>python</code>, <code>fingerprint</code> and the number of
     * <code>packages</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public RollbackMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        EnvironmentRequest request = only(requests);
        Environments environments = new Environments(toolbox(module, request));
        if (!list) {
            getLog().info(module.prefix() + request.directory() + " "
                    + environments.rollBack(request, destination()).text() + ".");
        }
        GenerationList generations = new GenerationList(request, environments.generations(request));
        data.write(generations.data(), list ? generations.lines() : List.of());
    }

    private Destination destination() {
        if (forward && generation != null) {
            throw new UserFailure(
                    "<forward> and <generation> are set together.",
                    "Keep <forward> for the newest generation, or <generation> for the one with that number.");
        }
        if (forward) {
            return new Destination.Newest();
        }
        return generation == null ? new Destination.Back() : new Destination.Numbered(generation);
    }
}
