package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.DeadlinePassed;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program to be run in an environment.
 *
 * @param name what a person calls it
 * @param start the arguments of the interpreter that start it; none for a program of its own
 * @param arguments its own arguments
 */
public record Program(String name, List<String> start, List<String> arguments) {

    /**
     * Reads what the goal's parameters say; what is blank counts as not given.
     *
     * @param project the folder that the script's path is relative to
     * @param line more arguments in one line
     * @throws UserFailure unless exactly one of script, module and command is given, and what it names can be there
     */
    public static Program of(
            Path project,
            @Nullable String script,
            @Nullable String module,
            @Nullable String command,
            List<String> arguments,
            @Nullable String line) {
        List<Program> given = new ArrayList<>();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(ArgumentLine.split(line == null ? "" : line));
        if (script != null && !script.isBlank()) {
            given.add(new Program(script, List.of(file(project, script).toString()), all));
        }
        if (module != null && !module.isBlank()) {
            given.add(new Program("module " + module, List.of("-m", module), all));
        }
        if (command != null && !command.isBlank()) {
            given.add(new Program(program(project, command), List.of(), all));
        }
        if (given.size() != 1) {
            throw new UserFailure(
                    (given.isEmpty() ? "There is nothing to run" : "There is more than one thing to run")
                            + ": exactly one of script, module and command must be given.",
                    "For example -Dpython-env.script=src/main/python/job.py, -Dpython-env.module=http.server or"
                            + " -Dpython-env.command=pytest, with -Dpython-env.args=\"…\" for arguments.");
        }
        return given.get(0);
    }

    /** A name with a space is mostly a whole line, as a shell would take it. Windows adds the ending of a program itself. */
    private static String program(Path project, String command) {
        boolean there = Stream.of(command, command + ".exe")
                .anyMatch(file -> new File(project.toFile(), file).exists() || new File(file).exists());
        if (command.contains(" ") && !there) {
            throw new UserFailure(
                    "There is no program called '" + command + "'.",
                    "<command> is the name or path of a program alone; its arguments go into <args>"
                            + " (-Dpython-env.args=\"…\").");
        }
        return command;
    }

    private static Path file(Path project, String script) {
        Path file = project.resolve(script);
        if (!Files.exists(file)) {
            throw new UserFailure(
                    "There is no script " + file + ".",
                    "Check <script> (-Dpython-env.script=…): it is relative to the project's folder.");
        }
        return file;
    }

    /**
     * Runs this program as a shell with the environment activated would: it reads our standard input, and what it prints
     * is passed on as it comes.
     *
     * @return its exit status
     * @throws UserFailure if it cannot be started, or is still running at its time limit and was ended
     */
    public int run(Processes processes, Surroundings surroundings) {
        try {
            return processes.stream(in(surroundings));
        } catch (DeadlinePassed e) {
            throw new UserFailure(
                    name + " was ended, with all that it had started: it was still running after "
                            + surroundings.limit().toSeconds() + " s.",
                    "Look at what it waits for, or give it more time with <programTimeout>"
                            + " (-Dpython-env.programTimeout=SECONDS).",
                    e);
        }
    }

    Command in(Surroundings surroundings) {
        VenvLayout environment = surroundings.environment();
        List<String> line = new ArrayList<>();
        if (start.isEmpty()) {
            line.add(inEnvironment(environment));
        } else {
            line.add(environment.python().toString());
            line.addAll(start);
        }
        line.addAll(arguments);
        return new Command(line, surroundings.folder(), surroundings.variables(), surroundings.limit());
    }

    private String inEnvironment(VenvLayout environment) {
        // Windows starts nothing whose name has no ending, even where such a file lies there.
        Stream<String> names = environment.windows() && !name.contains(".")
                ? Stream.of(name + ".exe", name + ".bat", name + ".cmd")
                : Stream.of(name);
        return names.map(environment.bin()::resolve)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Path::toString)
                .orElse(name);
    }
}
