package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.EnvironmentConfiguration;
import io.github.pythonenv.configuration.EnvironmentRequests;
import io.github.pythonenv.configuration.InputConfiguration;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters that all goals on an environment share, and the way from them to the core and back. */
abstract class AbstractEnvironmentMojo extends AbstractMojo {

    /**
     * The Python version: <code>3</code>, <code>3.14</code>, <code>3.14.3</code> or a range such as
     * <code>&gt;=3.12,&lt;3.14</code>. Unless set, <code>.python-version</code> and then
     * <code>requires-python</code> in <code>pyproject.toml</code> say it; else the newest that starts on this machine
     * is taken. What the environment stands on already is kept while it fits (until <code>mvn -U</code>).
     */
    @Parameter(property = "python-env.pythonVersion")
    private @Nullable String pythonVersion;

    /** The environment's name. It appears in messages, properties and the folder's default name. */
    @Parameter(property = "python-env.environment", defaultValue = "default")
    private String environment;

    /**
     * The folder of the environment, relative to the project's folder. Unless set, <code>.venv</code> for the
     * environment <code>default</code> and <code>.venv-NAME</code> for others; for a member of a uv workspace,
     * <code>.venv</code> at the workspace's root.
     */
    @Parameter(property = "python-env.directory")
    private @Nullable File directory;

    /** Requirements files to install. Unless set, <code>requirements.txt</code> is taken where there is one. */
    @Parameter(property = "python-env.requirements")
    private List<File> requirements = List.of();

    /** Files with constraints on the versions of what requirements files and <code>packages</code> ask for. */
    @Parameter(property = "python-env.constraints")
    private List<File> constraints = List.of();

    /** Packages to install, each a requirement such as <code>numpy&gt;=2,&lt;3</code>; joined with requirements files. */
    @Parameter(property = "python-env.packages")
    private List<String> packages = List.of();

    /** The folder of a uv project, with <code>pyproject.toml</code> and <code>uv.lock</code>, to install from its lock. */
    @Parameter(property = "python-env.uvProject")
    private @Nullable File uvProject;

    /** The lock file in the format of PEP 751 (<code>pylock.toml</code>, <code>pylock.NAME.toml</code>) to install. */
    @Parameter(property = "python-env.pylock")
    private @Nullable File pylock;

    /** The extras of the project to install with a <code>uv.lock</code> or <code>pylock.toml</code>. */
    @Parameter(property = "python-env.extras")
    private List<String> extras = List.of();

    /** The dependency groups to install with a <code>uv.lock</code> or <code>pylock.toml</code>, over the default ones. */
    @Parameter(property = "python-env.groups")
    private List<String> groups = List.of();

    /** Whether the default dependency groups of a uv project (<code>dev</code>, unless it says otherwise) are installed. */
    @Parameter(property = "python-env.defaultGroups", defaultValue = "true")
    private boolean defaultGroups;

    /**
     * Whether a uv project itself and its workspace members are installed editable: their sources are used where they
     * are. Otherwise they are built and installed as copies, and a change in their sources is a new generation.
     */
    @Parameter(property = "python-env.editable", defaultValue = "true")
    private boolean editable;

    /**
     * Whether a member of a uv workspace gets an environment of its own, in its own folder, with itself and what it
     * depends on. Otherwise the members share one at the workspace's root, with all members in it.
     */
    @Parameter(property = "python-env.memberEnvironment", defaultValue = "false")
    private boolean memberEnvironment;

    /** The package index to use in place of the default one. Credentials belong in <code>UV_INDEX_*</code> or netrc. */
    @Parameter(property = "python-env.indexUrl")
    private @Nullable String indexUrl;

    /** Further package indexes, asked before the default one. */
    @Parameter(property = "python-env.extraIndexUrls")
    private List<String> extraIndexUrls = List.of();

    /** How packages get from uv's cache into the environment: <code>clone</code>, <code>hardlink</code>, <code>copy</code>
     * or <code>symlink</code>; uv chooses unless set. */
    @Parameter(property = "python-env.linkMode")
    private @Nullable String linkMode;

    /** Whether all modules are compiled to bytecode at once: the first import is faster, the build is slower. */
    @Parameter(property = "python-env.compileBytecode", defaultValue = "false")
    private boolean compileBytecode;

    /** A version of uv in place of the one this plugin pins; needs <code>uvSha256</code>. */
    @Parameter(property = "python-env.uvVersion")
    private @Nullable String uvVersion;

    /** The SHA-256 of the wheel of <code>uvVersion</code> for this platform, in hexadecimal. */
    @Parameter(property = "python-env.uvSha256")
    private @Nullable String uvSha256;

    /** A uv program of your own. It is not verified: what it is, is up to you. */
    @Parameter(property = "python-env.uvExecutable")
    private @Nullable File uvExecutable;

    /**
     * How a new generation takes the place of the old one: <code>exchange</code>, both at once and the old one kept; or
     * <code>inPlace</code>, which replaces the contents of the folder. That is for a folder that cannot be moved, such
     * as a <code>.venv</code> that is a mount of a dev container: for a moment it is incomplete, and the old one is gone.
     */
    @Parameter(property = "python-env.swap", defaultValue = "exchange")
    private String swap;

    /**
     * Builds a new generation even where the one that stands is up to date: when files deep inside it are damaged, which
     * <code>check</code> sees and an up-to-date build does not look for.
     */
    @Parameter(property = "python-env.force", defaultValue = "false")
    private boolean force;

    /** How many earlier generations of the environment are kept. */
    @Parameter(property = "python-env.keepGenerations", defaultValue = "1")
    private int keepGenerations;

    /** The longest that one child process (pip, uv) may take, in seconds. */
    @Parameter(property = "python-env.timeout", defaultValue = "1800")
    private int timeout;

    /**
     * The store: where runtimes and uv are kept for all builds of this user. Unless set, the environment variable
     * <code>PYTHON_ENV_HOME</code>, and then <code>.m2/python-env</code> in the user's home.
     */
    @Parameter(property = "python-env.home")
    private @Nullable File home;

    /** Prints what would be done, and does nothing. */
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
    private final Host host = Host.current();

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
            EnvironmentConfiguration configuration = configuration();
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
            throw new MojoExecutionException("python-env failed in a way it should not: " + bug, bug);
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
            module.publish(request, state, host.platform().windows());
            next.accept(state);
        });
    }

    final Toolbox toolbox(Module module) {
        Store store = new Store(home != null ? home.toPath() : storeHome());
        return new Toolbox(host, store, module.artifacts(repositorySystem), progress(module));
    }

    private Path storeHome() {
        String set = host.environment().get("PYTHON_ENV_HOME");
        return set == null || set.isBlank() ? host.userHome().resolve(".m2").resolve("python-env") : Path.of(set);
    }

    final Host host() {
        return host;
    }

    private ProgressListener progress(Module module) {
        ProgressListener log = new ConsoleProgress(getLog(), module.prefix());
        boolean terminal = StatusLine.onTerminal()
                && session.getRequest().isInteractiveMode()
                && !session.isParallel()
                && getLog().isInfoEnabled();
        return terminal ? new StatusLine(System.out, log) : log;
    }

    private EnvironmentConfiguration configuration() {
        return new EnvironmentConfiguration(
                environment,
                project.getBasedir().toPath(),
                path(directory),
                Optional.ofNullable(pythonVersion),
                new InputConfiguration(
                        paths(requirements),
                        paths(constraints),
                        PackageList.of(packages),
                        path(uvProject),
                        path(pylock),
                        extras,
                        groups,
                        defaultGroups,
                        editable,
                        memberEnvironment),
                uv(),
                new InstallSettings(
                        Optional.ofNullable(indexUrl),
                        extraIndexUrls,
                        Optional.ofNullable(linkMode),
                        compileBytecode,
                        session.isOffline(),
                        session.getRequest().isUpdateSnapshots(),
                        Duration.ofSeconds(timeout)),
                SwapModes.of(swap),
                keepGenerations,
                session.getRequest().isUpdateSnapshots(),
                force);
    }

    private UvChoice uv() {
        if (uvExecutable != null) {
            return new UvChoice.Executable(uvExecutable.toPath());
        }
        return uvVersion != null
                ? new UvChoice.OfVersion(uvVersion, uvSha256 != null ? uvSha256 : "")
                : new UvChoice.Pinned();
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
