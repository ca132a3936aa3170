package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.program.Program;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script, a module or a command in the environment, which is brought up to date first. What the program prints
 * is passed on as it comes; a non-zero exit status fails the build.
 *
 * <p>The program sees what a shell with the environment activated would give it: the variables of the build,
 * <code>VIRTUAL_ENV</code>, and the environment's programs first on the <code>PATH</code>.
 */
@Mojo(name = "run", threadSafe = true)
public final class RunMojo extends ProgramMojo {

    /** The Python script to run, relative to the project's folder. */
    @Parameter(property = "python-env.script")
    private @Nullable String script;

    /** The Python module to run, as <code>python -m</code> does. */
    @Parameter(property = "python-env.module")
    private @Nullable String module;

    /** The program to run, looked for in the environment first. */
    @Parameter(property = "python-env.command")
    private @Nullable String command;

    /** The arguments of the program, one an entry. */
    @Parameter
    private List<String> arguments = List.of();

    /**
     * More arguments in one line, for the command line: separated by spaces, with <code>'…'</code> or
     * <code>"…"</code> around those that contain some.
     */
    @Parameter(property = "python-env.args")
    private @Nullable String args;

    /** The exit statuses that count as success. */
    @Parameter(property = "python-env.successCodes", defaultValue = "0")
    private List<Integer> successCodes;

    /** A file that the exit status is written to, as a decimal number, whether it is a success or not. */
    @Parameter(property = "python-env.exitCodeFile")
    private @Nullable File exitCodeFile;

    @Inject
    public RunMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        EnvironmentRequest request = only(requests);
        // Read first: a call that names nothing to run should not build an environment.
        Program program = Program.of(request.project(), script, this.module, command, arguments, args);
        if (bring(module, request, Goal.PACKAGES).standing().isPresent() && !dryRun()) {
            run(program, request);
        }
    }

    private void run(Program program, EnvironmentRequest request) {
        int exitCode = program.run(new Processes(), surroundings(request));
        if (exitCodeFile != null) {
            OutputFile.write(exitCodeFile.toPath(), exitCode + "\n");
        }
        if (!successCodes.contains(exitCode)) {
            throw new UserFailure(
                    program.name() + " ended with exit status " + exitCode + ".",
                    "Its own output above says why. Statuses that are no failure can be named in <successCodes>.");
        }
    }
}
