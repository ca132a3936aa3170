package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.program.Surroundings;
import io.github.pythonenv.tuning.Tuning;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** A goal that runs a program in an environment. */
abstract class ProgramMojo extends AbstractEnvironmentMojo {

    /** The folder that the program starts in; the project's folder unless set. */
    @Parameter(property = "python-env.workingDirectory", defaultValue = "${project.basedir}")
    private File workingDirectory;

    /** Environment variables for the program, over those of the build. */
    @Parameter
    private Map<String, String> environmentVariables = Map.of();

    /**
     * How long the program may run, in seconds. Then it is ended with all that it has started, and the build fails. 0,
     * the default, for as long as it wants to.
     */
    @Parameter(property = "python-env.programTimeout", defaultValue = "0")
    private int programTimeout;

    ProgramMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    final Surroundings surroundings(EnvironmentRequest request) {
        if (programTimeout < 0) {
            throw new UserFailure(
                    "<programTimeout> is " + programTimeout + " seconds.", "Take 1 or more, or 0 for no limit.");
        }
        return new Surroundings(
                new VenvLayout(request.directory(), host().platform().windows()),
                workingDirectory.toPath(),
                System.getenv(),
                tuned(request, variables(request)),
                programTimeout == 0 ? Surroundings.NO_LIMIT : Duration.ofSeconds(programTimeout));
    }

    /** The variables, and beneath them what suits this machine. */
    private Map<String, String> tuned(EnvironmentRequest request, Map<String, String> variables) {
        Optional<EnvironmentState> standing = Environments.standing(request);
        if (standing.isEmpty()) {
            return variables;
        }
        Map<String, String> users = new TreeMap<>(System.getenv());
        users.putAll(variables);
        EnvironmentTuning tuning = new EnvironmentTuning(host(), store());
        Tuning tuned = tuning.of(request, standing.get(), users);
        tuning.prepare(tuned);
        tuned.settings().forEach(one -> getLog().debug(one.name() + "=" + one.value() + ": " + one.reason()));
        tuned.withheld().forEach(one -> getLog().debug("not " + one.name() + "=" + one.value() + ": " + one.reason()));
        tuned.contradictions().forEach(one -> getLog().warn(one.message() + " " + one.hint()));
        Map<String, String> all = new TreeMap<>(tuned.variables());
        all.putAll(variables);
        return all;
    }

    /** Those of the environment, and those of this call over them. */
    private Map<String, String> variables(EnvironmentRequest request) {
        Map<String, String> variables = new TreeMap<>(request.variables());
        variables.putAll(environmentVariables);
        return variables;
    }
}
