package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.EnvironmentConfiguration;
import io.github.pythonenv.configuration.EnvironmentRequests;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal on an environment: the way from its parameters to the core and back. */
abstract class AbstractEnvironmentMojo extends EnvironmentParameters {

    /**
     * The store: where runtimes and uv are kept for all builds of this user. Unless set, the environment variable
     * <code>PYTHON_ENV_HOME</code>, and then <code>.m2/python-env</code> in the user's home.
     */
    @Parameter(property = "python-env.home")
    private @Nullable File home;

    /** Prints what would be done and why, and does nothing. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Skips all goals of this plugin. */
    @Parameter(property = "python-env.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositorySystem;
    private @Nullable Host host;

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
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: python-env.skip is set.");
            return;
        }
        try {
            Module module = new Module(session, project, execution);
            EnvironmentConfiguration configuration =
                    configuration(module.folder(), session.isOffline(), module.upgrades());
            EnvironmentRequest request = EnvironmentRequests.from(configuration, progress(module));
            if (module.wants(request, configuration.inputs().isExplicit(), needsInputs())) {
                module.claim(request);
                act(module, request);
            } else {
                module.withoutEnvironment(getLog());
            }
        } catch (UserFailure failure) {
            throw new MojoFailureException(failure.getMessage() + "\n\nWhat to do: " + failure.hint() + "\n", failure);
        } catch (RuntimeException bug) {
            throw new MojoExecutionException(
                    "python-env failed in a way it should not: " + bug
                            + "\n\nWhat to do: run the build again with -X, and report what it says as a bug.\n",
                    bug);
        }
    }

    /** Brings the environment to the goal and says so. */
    final void bring(Module module, EnvironmentRequest request, Goal goal) {
        bring(module, request, goal, state -> {});
    }

    /** Brings the environment to the goal, says so, and goes on with it unless this is a dry run. */
    final void bring(Module module, EnvironmentRequest request, Goal goal, Consumer<EnvironmentState> next) {
        Environments environments = new Environments(toolbox(module));
        EnvironmentReport report = dryRun ? environments.plan(request, goal) : environments.bring(request, goal);
        new ReportPrinter(getLog(), module.prefix()).print(request, report);
        report.standing().ifPresent(state -> {
            module.publish(request, state, host().platform().windows());
            next.accept(state);
        });
    }

    final Toolbox toolbox(Module module) {
        Store store = new Store(home != null ? home.toPath() : storeHome());
        return new Toolbox(host(), store, module.artifacts(repositorySystem), progress(module));
    }

    private Path storeHome() {
        String set = host().environment().get("PYTHON_ENV_HOME");
        return set == null || set.isBlank() ? host().userHome().resolve(".m2").resolve("python-env") : Path.of(set);
    }

    /** Asked for no earlier than needed: on a machine that is not supported, a skipped goal does not fail. */
    final Host host() {
        Host known = host;
        if (known == null) {
            known = Host.current();
            host = known;
        }
        return known;
    }

    private ProgressListener progress(Module module) {
        ProgressListener log = new ConsoleProgress(getLog(), module.prefix());
        boolean terminal = StatusLine.onTerminal()
                && session.getRequest().isInteractiveMode()
                && !session.isParallel()
                && getLog().isInfoEnabled();
        return terminal ? new StatusLine(System.out, log, System::nanoTime) : log;
    }
}
