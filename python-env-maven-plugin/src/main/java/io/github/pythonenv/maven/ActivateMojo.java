package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.activation.Activation;
import io.github.pythonenv.activation.CallingShell;
import io.github.pythonenv.activation.Shell;
import io.github.pythonenv.activation.ShellVariable;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.tuning.Tuning;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Prints what enters the environment in the shell that called the build: the command that activates it, and one for each
 * variable that is set for it, those of the user and those that suit the machine. Or writes that as a script. The
 * environment has to be there; nothing is built.
 *
 * <p>With <code>-q</code> nothing else is printed by Maven 3, so that <code>eval "$(mvn -q python-env:activate)"</code>
 * does it; with a script it works for every Maven and shell.
 */
@Mojo(name = "activate", threadSafe = true)
public final class ActivateMojo extends AbstractEnvironmentMojo {

    /**
     * The shell: <code>sh</code>, <code>bash</code>, <code>zsh</code>, <code>fish</code>, <code>csh</code>,
     * <code>tcsh</code>, <code>nu</code>, <code>powershell</code> or <code>cmd</code>, and others that understand what sh
     * does. Unless set, the one that called the build, and if none did, the one that <code>SHELL</code> names.
     */
    @Parameter(property = "python-env.shell")
    private @Nullable String shell;

    /** A file that the commands are written to as a script, to be sourced by the shell; then none are printed. */
    @Parameter(property = "python-env.activationScript")
    private @Nullable File activationScript;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>activate-1.0.schema.json</code>: <code>environment</code>, <code>directory</code>, <code>bin</code>,
     * <code>shell</code>, <code>commands</code>, and <code>variables</code>, each with <code>value</code> and
     * <code>overrides</code>, which is false for what gives way to a variable that the shell has already.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public ActivateMojo(RepositorySystem repositorySystem) {
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
        EnvironmentState standing = Environments.standing(request)
                .orElseThrow(() -> new UserFailure(
                        "The environment " + request.name() + " (" + request.directory() + ") does not exist yet.",
                        "Build it with mvn python-env:ensure."));
        boolean windows = host().platform().windows();
        Shell language = shell == null || shell.isBlank()
                ? CallingShell.current(host().environment(), windows).shell()
                : Shell.named(shell);
        Activation activation =
                new Activation(language, new VenvLayout(request.directory(), windows), variables(request, standing));
        data.write(ActivationText.data(request.name(), activation), List.of());
        if (activationScript != null && !dryRun()) {
            Path place = activationScript.toPath().toAbsolutePath().normalize();
            OutputFile.write(place, activation.scriptAt(place));
            getLog().info(module.prefix() + "Wrote " + place + ", to be run by: " + language.enter(place));
        } else if (output.equals("text")) {
            activation.commands().forEach(System.out::println);
        }
    }

    /** What suits the machine, giving way to what a shell has; and what the user asks for, over that. */
    private List<ShellVariable> variables(EnvironmentRequest request, EnvironmentState standing) {
        EnvironmentTuning tuning = new EnvironmentTuning(host(), store());
        // A script is for other shells than this one.
        Tuning tuned = tuning.of(request, standing, activationScript == null ? host().environment() : Map.of());
        tuning.prepare(tuned);
        List<ShellVariable> variables = new ArrayList<>();
        tuned.assignments()
                .forEach(one -> variables.add(ShellVariable.unlessSet(
                        one.name(), one.value(), one.weaker().toArray(String[]::new))));
        new TreeMap<>(request.variables()).forEach((name, value) -> variables.add(ShellVariable.set(name, value)));
        return variables;
    }
}
