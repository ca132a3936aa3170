package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.UvChoices;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Trust;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.environment.UvForPythons;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.registry.MachineSearch;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.registry.UvAtHand;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Store;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What every goal has: the store, the switch to skip it, and the way failures are told. */
abstract class StoreMojo extends AbstractMojo {

    /**
     * The store: where runtimes and uv are kept for all builds of this user. Unless set, the environment variable
     * <code>PYTHON_ENV_HOME</code>, and then <code>.m2/python-env</code> in the user's home.
     */
    @Parameter(property = "python-env.home")
    private @Nullable File home;

    /**
     * A store that somebody else fills, on a disk of many machines or in a container's image: runtimes and tools that
     * are in it are used where they are. It is never written; what it lacks goes into the user's own. Unless set, the
     * environment variable <code>PYTHON_ENV_SHARED_HOME</code>.
     */
    @Parameter(property = "python-env.sharedStore")
    private @Nullable File sharedStore;

    /**
     * A list of Pythons in place of the one that comes with the plugin, in the form of that one (JSON): for each its
     * <code>version</code>, <code>platform</code>, <code>sha256</code>, and <code>url</code> (an archive laid out as
     * those of python-build-standalone) or <code>maven</code> (coordinates of a jar of JavaCPP's).
     */
    @Parameter(property = "python-env.catalogue")
    private @Nullable File catalogue;

    /** Skips all goals of this plugin. */
    @Parameter(property = "python-env.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Asked no earlier than needed: most builds download nothing. */
    @Inject
    private Provider<SettingsDecrypter> decrypter;

    private @Nullable Host host;

    /** Does what the goal is for. */
    abstract void perform();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: python-env.skip is set.");
            return;
        }
        UserProperties.of(session, execution).warnOfUnread(getLog());
        try {
            perform();
        } catch (UserFailure failure) {
            // As a cause, Maven 3 would append what its own causes say to what is to be done.
            getLog().debug(failure);
            throw new MojoFailureException(failure.getMessage() + "\n\nWhat to do: " + failure.hint() + "\n");
        } catch (RuntimeException bug) {
            throw new MojoExecutionException(
                    "python-env failed in a way it should not: " + bug
                            + "\n\nWhat to do: run the build again with -X, and report what it says as a bug.\n",
                    bug);
        }
    }

    final MavenSession session() {
        return session;
    }

    final MojoExecution execution() {
        return execution;
    }

    /** What settings and environment say about downloads that are no artifacts. */
    final Network network() {
        return network(Trust.of(host().environment()));
    }

    final Network network(Trust trust) {
        return SettingsNetwork.of(session.getSettings(), decrypter.get(), host().environment(), trust);
    }

    final Catalogue catalogue() {
        return catalogue != null ? Catalogue.in(catalogue.toPath()) : Catalogue.builtIn();
    }

    final Store store() {
        Path own = folder(home, "PYTHON_ENV_HOME")
                .orElse(host().userHome().resolve(".m2").resolve("python-env"));
        Optional<Path> shared = folder(sharedStore, "PYTHON_ENV_SHARED_HOME");
        return shared.isPresent() ? new Store(own, shared.get()) : new Store(own);
    }

    /** The Pythons of this machine, and what the user prefers. */
    final MachinePythons machinePythons(UvAtHand uv, ProgressListener listener) {
        Store store = store();
        boolean offline = session.isOffline();
        return new MachineSearch(
                host(),
                store,
                new Registry(store, Clock.systemUTC(), listener),
                uv,
                offline,
                new Processes(),
                listener);
    }

    /**
     * What runtimes are got from, for goals that need no project.
     *
     * @param uvExecutable a uv of the user's own, which looks for Pythons in place of the pinned one
     */
    final Supplies supplies(MavenProject project, RepositorySystem repositorySystem, Optional<Path> uvExecutable) {
        ProgressListener listener = new ConsoleProgress(getLog(), "");
        Supplies fetched = new Supplies(
                catalogue(),
                Module.artifacts(project, session, repositorySystem),
                this::network,
                MachinePythons.none());
        return fetched.with(machinePythons(
                UvForPythons.of(
                        new Toolbox(host(), store(), () -> fetched, listener),
                        UvChoices.of(Optional.empty(), Optional.empty(), uvExecutable),
                        session.isOffline()),
                listener));
    }

    private Optional<Path> folder(@Nullable File configured, String variable) {
        if (configured != null) {
            return Optional.of(configured.toPath());
        }
        String set = host().environment().get(variable);
        return set == null || set.isBlank() ? Optional.empty() : Optional.of(Path.of(set));
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
}
