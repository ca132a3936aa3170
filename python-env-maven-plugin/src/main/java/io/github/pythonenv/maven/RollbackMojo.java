package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Destination;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.RolledBack;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Puts an earlier generation of the environment back in its place: the one before the one that stands, or the one with a
 * number. The one that stood there is kept. From then on the environment is held: <code>ensure</code> says so and leaves
 * it as it is, until something else is asked than what was rolled back from, or until <code>rollback</code> goes forward
 * again. Which generations are kept is said by <code>keepGenerations</code> and <code>keepDays</code>.
 */
@Mojo(name = "rollback", threadSafe = true)
public final class RollbackMojo extends AbstractEnvironmentMojo {

    /** The number of the generation to go to, back or forth; unless set, the one before the one that stands. */
    @Parameter(property = "python-env.generation")
    private @Nullable Long generation;

    /** Goes to the newest generation, and ends the hold. */
    @Parameter(property = "python-env.forward", defaultValue = "false")
    private boolean forward;

    /** Shows which generations there are, when and why each was built, and changes nothing. */
    @Parameter(property = "python-env.list", defaultValue = "false")
    private boolean list;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>rollback-1.0.schema.json</code>: <code>environments</code>, each with <code>environment</code>,
     * <code>directory</code> and <code>generations</code>, the newest first, each with <code>generation</code>,
     * <code>folder</code>, <code>standing</code>, <code>held</code>, <code>created</code>, <code>why</code>,
     * <code>python</code> and <code>packages</code>; after a rollback also <code>from</code> and <code>to</code>.
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
        Destination destination = destination();
        List<EnvironmentRequest> meant = list ? requests : List.of(only(requests));
        Optional<RolledBack> done = list ? Optional.empty() : Optional.of(go(module, meant.get(0), destination));
        GenerationsText text = new GenerationsText(
                request -> new Environments(toolbox(module, request)).generations(request),
                host().platform().windows());
        data.write(
                text.data(meant, done),
                done.map(back -> List.of(module.prefix() + GenerationsText.line(meant.get(0), back, dryRun())))
                        .orElseGet(() -> text.lines(meant, module.prefix())));
    }

    private RolledBack go(Module module, EnvironmentRequest request, Destination destination) {
        Environments environments = new Environments(toolbox(module, request));
        return dryRun() ? environments.planRollback(request, destination) : environments.rollBack(request, destination);
    }

    private Destination destination() {
        if (forward && generation != null) {
            throw new UserFailure(
                    "Both forward and a generation are named.",
                    "Take -Dpython-env.forward for the newest one, or -Dpython-env.generation=" + generation + ".");
        }
        if (forward) {
            return new Destination.Newest();
        }
        return generation == null ? new Destination.Back() : new Destination.Numbered(generation);
    }
}
