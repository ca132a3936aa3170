package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** A user's program may run for as long as it wants to. */
    private static final Duration NO_DEADLINE = Duration.ofDays(3650);

    /**
     * Reads what the goal's parameters say.
     *
     * @param line more arguments in one line
     * @throws UserFailure unless exactly one of script, module and command is given
     */
    public static Program of(
            @Nullable String script,
            @Nullable String module,
            @Nullable String command,
            List<String> arguments,
            @Nullable String line) {
        if (Stream.of(script, module, command).filter(given -> given != null).count() != 1) {
            throw new UserFailure(
                    "Nothing to run: exactly one of script, module and command must be given.",
                    "For example -Dpython-env.script=src/main/python/job.py, -Dpython-env.module=http.server or"
                            + " -Dpython-env.command=pytest, with -Dpython-env.args=\"…\" for arguments.");
        }
        List<String> all = new ArrayList<>(arguments);
        if (line != null) {
            all.addAll(ArgumentLine.split(line));
        }
        if (script != null) {
            return new Program(script, List.of(script), all);
        }
        return module != null ? new Program("module " + module, List.of("-m", module), all) : command(command, all);
    }

    private static Program command(@Nullable String command, List<String> arguments) {
        return new Program(String.valueOf(command), List.of(), arguments);
    }

    /**
     * The command that runs this program as a shell with the environment activated would.
     *
     * @param folder the working directory
     * @param inherited the variables of this process
     * @param extra variables over those
     */
    public Command in(VenvLayout environment, Path folder, Map<String, String> inherited, Map<String, String> extra) {
        List<String> line = new ArrayList<>();
        if (start.isEmpty()) {
            line.add(inEnvironment(environment));
        } else {
            line.add(environment.python().toString());
            line.addAll(start);
        }
        line.addAll(arguments);
        return new Command(line, folder, variables(environment, inherited, extra), NO_DEADLINE);
    }

    private String inEnvironment(VenvLayout environment) {
        return Stream.of(name, name + ".exe", name + ".bat")
                .limit(environment.windows() ? 3 : 1)
                .map(environment.bin()::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(name);
    }

    private static Map<String, String> variables(
            VenvLayout environment, Map<String, String> inherited, Map<String, String> extra) {
        // Windows names the variable Path, and does not care about case.
        Map<String, String> variables =
                environment.windows() ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
        variables.putAll(inherited);
        // It would send the interpreter to another standard library.
        variables.remove("PYTHONHOME");
        variables.put("VIRTUAL_ENV", environment.directory().toString());
        variables.merge("PATH", environment.bin().toString(), (path, bin) -> bin + File.pathSeparator + path);
        variables.putAll(extra);
        return variables;
    }
}
