package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.CommandLine;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.EnvironmentConfiguration;
import io.github.pythonenv.configuration.EnvironmentRequests;
import io.github.pythonenv.configuration.PackedArchives;
import io.github.pythonenv.configuration.ProfileChoice;
import io.github.pythonenv.configuration.ProjectEnvironments;
import io.github.pythonenv.configuration.ProjectFile;
import io.github.pythonenv.download.Trust;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.environment.UvForPythons;
import io.github.pythonenv.packages.Profile;
import io.github.pythonenv.packages.Profiles;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Supplies;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that needs a project: the way from its parameters to requests, and what the core needs of Maven. */
abstract class ProjectMojo extends StoreMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final RepositorySystem repositorySystem;

    private @Nullable Parameters parameters;

    private @Nullable ProjectEnvironments declared;

    ProjectMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    final Module module() {
        return new Module(session(), project, execution());
    }

    /** What was said in the parameters that goals on environments share. */
    final Parameters parameters() {
        Parameters known = parameters;
        if (known == null) {
            known = Parameters.of(session(), project, execution());
            parameters = known;
        }
        return known;
    }

    /** What file, POM and command line say; read once. */
    final ProjectEnvironments environments() {
        ProjectEnvironments known = declared;
        if (known == null) {
            Path folder = module().folder();
            known = new ProjectEnvironments(
                    ProjectFile.read(folder, parameters().path("configFile", folder)),
                    new PomDeclarations(folder).read(parameters()),
                    new CommandLine(session().getUserProperties(), folder));
            declared = known;
        }
        return known;
    }

    /** The names of the environments that were chosen; none for all. */
    final List<String> chosen() {
        List<String> chosen = new ArrayList<>();
        for (String name : parameters().text("environment").orElse("").split(",", -1)) {
            if (!name.isBlank()) {
                chosen.add(name.strip());
            }
        }
        return chosen;
    }

    private EnvironmentConfiguration.Call call(boolean upgrade) {
        return new EnvironmentConfiguration.Call(
                session().isOffline(), upgrade, parameters().yes("force"), ci());
    }

    /** Whether this is a build server: nearly all of them set this variable. */
    private boolean ci() {
        String said = host().environment().getOrDefault("CI", "");
        return !said.isBlank() && !said.equalsIgnoreCase("false") && !said.equals("0");
    }

    /**
     * What is asked for those of the chosen environments that this module is to have.
     *
     * @param needsInputs whether the goal makes no sense on one that nothing declares and nothing is installed into
     */
    final List<Requested> wanted(Module module, boolean needsInputs) {
        List<Requested> wanted = new ArrayList<>();
        for (ConfiguredEnvironment environment : environments().select(chosen())) {
            Requested asked = requested(module, environment);
            if (module.wants(asked.request(), asked.explicit(), needsInputs && !environment.declared())) {
                wanted.add(asked);
            }
        }
        return wanted;
    }

    /** What is asked for one environment. */
    final Requested requested(Module module, ConfiguredEnvironment environment) {
        ProfileChoice choice = environment.hasProfiles()
                ? environment.profiles(
                        profiles(module, environment.name()), host().platform().id())
                : ProfileChoice.NONE;
        EnvironmentConfiguration configuration =
                EnvironmentConfiguration.of(environment, choice, module.folder(), call(module.upgrades()));
        EnvironmentRequest request = EnvironmentRequests.from(
                configuration,
                new PackedArchives(
                        module.artifacts(repositorySystem),
                        () -> host().platform().fullId()),
                progress(module, environment.name()));
        return new Requested(environment, request, configuration.inputs().isExplicit());
    }

    /** All profiles there are: the project's own count more than the user's, and these more than the plugin's. */
    private List<Profile> profiles(Module module, String environment) {
        List<Profile> known = new ArrayList<>(environments().file().profiles());
        known.addAll(new Profiles(store(), Clock.systemUTC(), progress(module, environment)).all());
        return known;
    }

    /**
     * An environment as it was configured, and what that means.
     *
     * @param explicit whether what is to be installed was configured rather than found
     */
    record Requested(ConfiguredEnvironment environment, EnvironmentRequest request, boolean explicit) {}

    /** What building an environment takes. */
    final Toolbox toolbox(Module module, EnvironmentRequest request) {
        return toolbox(module, request, ProgressListener.SILENT);
    }

    /** @param also hears what happens, besides the user */
    final Toolbox toolbox(Module module, EnvironmentRequest request, ProgressListener also) {
        ProgressListener listener = progress(module, request.name()).and(also);
        return new Toolbox(host(), store(), () -> supplies(module, request), listener);
    }

    private Supplies supplies(Module module, EnvironmentRequest request) {
        ProgressListener listener = progress(module, request.name());
        Supplies fetched = new Supplies(
                catalogue(), module.artifacts(repositorySystem), () -> network(trust(request)), MachinePythons.none());
        return fetched.with(machinePythons(
                UvForPythons.of(new Toolbox(host(), store(), () -> fetched, listener), request), listener));
    }

    private Trust trust(EnvironmentRequest request) {
        Map<String, String> variables = host().environment();
        return request.settings()
                .access()
                .authorities()
                .map(file -> Trust.of(variables, file))
                .orElseGet(() -> Trust.of(variables));
    }

    /** Says to the user, and to whom else the project names, what happens to an environment. */
    final ProgressListener progress(Module module, String environment) {
        ProgressListener log = new ConsoleProgress(getLog(), module.prefix());
        boolean terminal = session().getRequest().isInteractiveMode()
                && module.prefix().isEmpty()
                && getLog().isInfoEnabled()
                && StatusLine.onTerminal();
        ProgressListener shown = terminal ? new StatusLine(System.out, log, System::nanoTime, Colours.ofMaven()) : log;
        Optional<String> events = parameters().text("events");
        return events.isPresent() ? shown.and(module.eventsFile(events.get(), environment)) : shown;
    }
}
