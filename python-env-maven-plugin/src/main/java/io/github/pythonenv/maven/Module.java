package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.ProjectFile;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.progress.EventsFile;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The Maven module that a goal is executed for.
 *
 * @param session the build
 * @param project the module
 * @param execution the execution of the goal
 * @param environment the environment that is spoken of, where there are several at once; else empty
 */
record Module(MavenSession session, MavenProject project, MojoExecution execution, String environment) {

    Module(MavenSession session, MavenProject project, MojoExecution execution) {
        this(session, project, execution, "");
    }

    /** The same, speaking of one of several environments. */
    Module named(String one) {
        return new Module(session, project, execution, one);
    }

    /** The goal that is executed, such as {@code ensure}. */
    String goal() {
        return execution.getGoal();
    }

    /** The module's folder; without a project, the one that Maven is called in. */
    Path folder() {
        File basedir = project.getBasedir();
        return basedir != null ? basedir.toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /** What the module is called. */
    String name() {
        return project.getName();
    }

    /** The version of this plugin. */
    String pluginVersion() {
        return execution.getPlugin().getVersion();
    }

    /** The folder of its reports. */
    Path reports() {
        return Path.of(project.getBuild().getDirectory(), "python-env");
    }

    /** Whether the build was asked to look for newer versions ({@code -U}). */
    boolean upgrades() {
        return session.getRequest().isUpdateSnapshots();
    }

    /** Whether it is the only module of the build. */
    boolean alone() {
        return session.getProjects().size() == 1;
    }

    /** What stands before each line of output, so that what is built at the same time can be told apart. */
    String prefix() {
        String module = session.isParallel() ? "[" + project.getArtifactId() + "] " : "";
        return environment.isEmpty() ? module : module + "[" + environment + "] ";
    }

    /** Whether this module's own POM speaks of the plugin, rather than a parent's. */
    boolean configuresPlugin() {
        Model model = project.getOriginalModel();
        if (configuresPlugin(model.getBuild())) {
            return true;
        }
        for (Profile profile : model.getProfiles()) {
            if (configuresPlugin(profile.getBuild())) {
                return true;
            }
        }
        return false;
    }

    private boolean configuresPlugin(@Nullable BuildBase build) {
        return build != null
                && (declaresPlugin(build)
                        || (build.getPluginManagement() != null && declaresPlugin(build.getPluginManagement())));
    }

    private boolean declaresPlugin(PluginContainer container) {
        for (Plugin plugin : container.getPlugins()) {
            if (plugin.getKey().equals(execution.getPlugin().getKey())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this execution and all in the POM are about one environment, if it has no name: none of them names one, or
     * a folder, that another does not.
     */
    boolean asksForOne() {
        Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
        if (plugin == null) {
            return true;
        }
        List<ConfigurationContainer> asking = new ArrayList<>(plugin.getExecutions());
        if (!plugin.getExecutionsAsMap().containsKey(execution.getExecutionId())) {
            // Called directly, with what the POM says outside of executions.
            asking.add(plugin);
        }
        return asking.stream()
                        .map(one -> said(one, "environment") + " in " + said(one, "directory"))
                        .distinct()
                        .count()
                <= 1;
    }

    private static String said(ConfigurationContainer one, String parameter) {
        Xpp3Dom child = one.getConfiguration() instanceof Xpp3Dom element ? element.getChild(parameter) : null;
        return child == null ? "" : String.valueOf(child.getValue());
    }

    /** Whether a person called the goal, rather than a POM binding it. */
    boolean calledDirectly() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /**
     * Whether this module is to have an environment. What a parent's POM says is inherited by every child, and most
     * children have nothing to do with Python: a child has one if it has inputs in its own folder, if its own POM or
     * {@code python-env.json} or a direct call asks for it, or if it shares one outside its folder.
     *
     * @param explicit whether the inputs were configured rather than found
     * @param needsInputs whether the goal makes no sense without inputs
     */
    boolean wants(EnvironmentRequest request, boolean explicit, boolean needsInputs) {
        boolean asked = configuresPlugin() || calledDirectly() || Files.exists(folder().resolve(ProjectFile.NAME));
        if (request.inputs() instanceof NoPackages) {
            return asked && !needsInputs;
        }
        return asked || !explicit || !request.directory().startsWith(folder());
    }

    /**
     * Says that this module has no environment: as a warning where its own POM seems to want one.
     *
     * @throws UserFailure when a person called the goal on this module alone
     */
    void withoutEnvironment(Log log) {
        boolean unlocked = Files.exists(folder().resolve("Pipfile")) && !Files.exists(folder().resolve("Pipfile.lock"));
        String why = project.getId() + " has nothing to make an environment from"
                + (unlocked ? ": its Pipfile has no Pipfile.lock." : ".");
        String hint = unlocked
                ? "Make the lock with pipenv lock and commit it, or name <packages> or <requirements> in the plugin's"
                        + " configuration."
                : "Add a requirements.txt, a pyproject.toml that asks for something, or a lock, name <packages> or"
                        + " <profiles> in the plugin's configuration, or set python-env.packages.";
        if (calledDirectly() && alone()) {
            throw new UserFailure(why, hint);
        }
        if (calledDirectly()) {
            log.info(prefix() + why);
        } else if (configuresPlugin() && !project.getPackaging().equals("pom")) {
            log.warn(prefix() + why + " " + hint);
        } else {
            log.debug(prefix() + why);
        }
    }

    /** What adds the events of an environment to a file. */
    EventsFile eventsFile(String file, String environment) {
        return new EventsFile(
                Path.of(session.getExecutionRootDirectory()).resolve(file),
                Clock.systemUTC(),
                Map.of(
                        "project",
                        project.getGroupId() + ":" + project.getArtifactId(),
                        "environment",
                        environment,
                        "goal",
                        execution.getGoal()));
    }

    /** Notes that this module wants its environment in the request's folder; refuses to share it with another kind. */
    void claim(EnvironmentRequest request) {
        new DirectoryClaims(session.getRepositorySession().getData())
                .claim(project.getId(), execution.getExecutionId(), request);
    }

    MavenArtifacts artifacts(RepositorySystem system) {
        return artifacts(project, session, system);
    }

    /** The repositories that artifacts are got from, as mirrors make them, as far as they are web servers. */
    List<URI> repositories() {
        Set<URI> servers = new LinkedHashSet<>();
        for (RemoteRepository repository : repositories(project)) {
            if (repository.getProtocol().startsWith("http")) {
                try {
                    servers.add(new URI(repository.getUrl()));
                } catch (URISyntaxException e) {
                    // Maven tells of it when it asks there.
                }
            }
        }
        return List.copyOf(servers);
    }

    private static Set<RemoteRepository> repositories(MavenProject project) {
        Set<RemoteRepository> repositories = new LinkedHashSet<>(project.getRemotePluginRepositories());
        repositories.addAll(project.getRemoteProjectRepositories());
        return repositories;
    }

    /** What resolves artifacts for a project, or for a call without one. */
    static MavenArtifacts artifacts(MavenProject project, MavenSession session, RepositorySystem system) {
        return new MavenArtifacts(system, session.getRepositorySession(), List.copyOf(repositories(project)));
    }

    /** Publishes where the environment is, for the plugins that come after. */
    void publish(EnvironmentRequest request, EnvironmentState state, boolean windows) {
        VenvLayout layout = new VenvLayout(request.directory(), windows);
        publish(
                project.getProperties(),
                request.name(),
                layout.directory(),
                layout.python(),
                layout.bin(),
                layout.sitePackages(state.runtime().version().series()));
    }

    /** Publishes where the environment's archive for this machine is, for the plugins that come after. */
    void publishArchive(EnvironmentRequest request, Path archive) {
        project.getProperties().setProperty("python-env." + request.name() + ".archive", archive.toString());
    }

    /** Publishes where an environment of that name is. */
    static void publish(Properties properties, String name, Path directory, Path python, Path bin, Path sitePackages) {
        String key = "python-env." + name + ".";
        properties.setProperty(key + "directory", directory.toString());
        properties.setProperty(key + "executable", python.toString());
        properties.setProperty(key + "bin", bin.toString());
        properties.setProperty(key + "sitePackages", sitePackages.toString());
    }
}
