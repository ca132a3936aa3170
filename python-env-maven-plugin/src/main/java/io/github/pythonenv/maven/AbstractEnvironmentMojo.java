package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.EnvironmentConfiguration;
import io.github.pythonenv.configuration.EnvironmentRequests;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Supplies;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** A goal on an environment: the way from its parameters to the core and back. */
abstract class AbstractEnvironmentMojo extends EnvironmentParameters {

    /** Prints what would be done and why, and does nothing. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositorySystem;

    AbstractEnvironmentMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    /** Whether the goal makes no sense without anything to install. */
    boolean needsInputs() {
        return true;
    }

    /** Does what the goal is for, to an environment that this module asks for. */
    abstract void act(Module module, EnvironmentRequest request);

    @Override
    final void perform() {
        Module module = new Module(session(), project, execution);
        EnvironmentConfiguration configuration =
                configuration(module.folder(), session().isOffline(), module.upgrades());
        EnvironmentRequest request = EnvironmentRequests.from(configuration, progress(module));
        if (module.wants(request, configuration.inputs().isExplicit(), needsInputs())) {
            module.claim(request);
            act(module, request);
        } else {
            module.withoutEnvironment(getLog());
        }
    }

    /** Brings the environment to the goal and says so. Gives what stands there now; nothing in a dry run. */
    final Optional<EnvironmentState> bring(Module module, EnvironmentRequest request, Goal goal) {
        Environments environments = new Environments(toolbox(module));
        EnvironmentReport report = dryRun ? environments.plan(request, goal) : environments.bring(request, goal);
        new ReportPrinter(getLog(), module.prefix()).print(request, report);
        Optional<EnvironmentState> standing = report.standing();
        if (standing.isPresent()) {
            module.publish(request, standing.get(), host().platform().windows());
        }
        return standing;
    }

    final Toolbox toolbox(Module module) {
        return new Toolbox(host(), store(), () -> supplies(module), progress(module));
    }

    private Supplies supplies(Module module) {
        return new Supplies(
                catalogue(), module.artifacts(repositorySystem), this::network, machinePythons(uv(), progress(module)));
    }

    private ProgressListener progress(Module module) {
        ProgressListener log = new ConsoleProgress(getLog(), module.prefix());
        boolean terminal = session().getRequest().isInteractiveMode()
                && !session().isParallel()
                && getLog().isInfoEnabled()
                && StatusLine.onTerminal();
        return terminal ? new StatusLine(System.out, log, System::nanoTime) : log;
    }
}
