package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.program.InlineMetadata;
import io.github.pythonenv.program.Program;
import io.github.pythonenv.program.ScriptEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 *
 * <p>A script that names its packages in its own comments (inline script metadata, PEP 723) gets an environment with
 * just these, in <code>target/python-env/scripts</code>, unless <code>environment</code> says which one it is to run in.
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

    @Parameter(defaultValue = "${project.build.directory}/python-env/scripts", readonly = true)
    private File scripts;

    @Inject
    public RunMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return metadata(module().folder()).isEmpty();
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        // Read first: a call that names nothing to run should not build an environment.
        Program program = Program.of(module.folder(), script, this.module, command, arguments, args);
        if (exitCodeFile != null) {
            OutputFile.expect(exitCodeFile.toPath());
        }
        EnvironmentRequest request = metadata(module.folder())
                .map(own -> ScriptEnvironment.of(
                        requests.get(0), module.folder().resolve(String.valueOf(script)), own, scripts.toPath()))
                .orElseGet(() -> only(requests));
        Optional<EnvironmentState> standing =
                bring(module, request, Goal.PACKAGES).standing();
        if (standing.isPresent() && !dryRun()) {
            run(program, request, new MeasuredProgram(request, standing.get(), module.goal()));
        }
    }

    /** What the script says of its own needs; nothing where an environment was chosen for it. */
    private Optional<InlineMetadata> metadata(Path project) {
        boolean own = script != null && !script.isBlank() && chosen().isEmpty();
        return own
                ? Optional.of(project.resolve(script))
                        .filter(Files::isRegularFile)
                        .flatMap(InlineMetadata::in)
                : Optional.empty();
    }

    private void run(Program program, EnvironmentRequest request, MeasuredProgram measured) {
        int exitCode = measured.run(
                processes -> program.run(processes, surroundings(request)),
                host().platform().windows());
        boolean succeeded = successCodes.contains(exitCode);
        // One call runs this and the next one that: what they cost is kept, and held against nothing.
        new RunLedger(RunHistory.of(request.directory()), Budgets.NONE, getLog())
                .keep(measured.ended(succeeded ? RunRecord.Outcome.RAN : RunRecord.Outcome.FAILED));
        if (exitCodeFile != null) {
            OutputFile.write(exitCodeFile.toPath(), exitCode + "\n");
        }
        if (!succeeded) {
            throw new UserFailure(
                    program.name() + " ended with exit status " + exitCode + ".",
                    "Its own output above says why. Statuses that are no failure can be named in <successCodes>.");
        }
    }
}
