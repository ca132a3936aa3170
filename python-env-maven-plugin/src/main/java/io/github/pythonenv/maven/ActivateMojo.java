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
 * Prints the commands that enter the environment in the shell that Maven was called from, or writes them as a script to
 * be sourced. They also set the environment's own variables, and those that suit this machine where nothing else is set.
 * The environment is taken as it stands.
 */
@Mojo(name = "activate", threadSafe = true)
public final class ActivateMojo extends AbstractEnvironmentMojo {

    /**
     * The shell: <code>bash</code>, <code>zsh</code>, <code>sh</code>, <code>fish</code>, <code>csh</code>,
     * <code>nu</code>, <code>pwsh</code> or <code>cmd</code>. Unless set, the one that Maven was called from.
     */
    @Parameter(property = "python-env.shell")
    private @Nullable String shell;

    /** The script to write; unless set, the commands are printed. */
    @Parameter(property = "python-env.activationScript")
    private @Nullable File activationScript;

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
        EnvironmentRequest request = only(requests);
        EnvironmentState standing = Environments.standing(request)
                .orElseThrow(() -> new UserFailure(
                        "The environment " + request.name() + " (" + request.directory() + ") does not exist yet.",
                        "Build it with mvn python-env:ensure."));
        boolean windows = host().platform().windows();
        Shell spoken = shell != null
                ? Shell.named(shell)
                : CallingShell.current(System.getenv(), windows).shell();
        Activation activation =
                new Activation(spoken, new VenvLayout(request.directory(), windows), variables(request, standing));
        if (activationScript == null) {
            activation.commands().forEach(System.out::println);
            return;
        }
        Path script = activationScript.toPath();
        OutputFile.write(script, activation.scriptAt(script));
        getLog().info(module.prefix() + "Wrote " + script + ".");
    }

    private List<ShellVariable> variables(EnvironmentRequest request, EnvironmentState standing) {
        Map<String, String> users = new TreeMap<>(System.getenv());
        users.putAll(request.variables());
        EnvironmentTuning tuning = new EnvironmentTuning(host(), store());
        Tuning tuned = tuning.of(request, standing, users);
        tuning.prepare(tuned);
        List<ShellVariable> variables = new ArrayList<>();
        tuned.variables().forEach((name, value) -> variables.add(ShellVariable.unlessSet(name, value)));
        new TreeMap<>(request.variables()).forEach((name, value) -> variables.add(ShellVariable.set(name, value)));
        return variables;
    }
}
