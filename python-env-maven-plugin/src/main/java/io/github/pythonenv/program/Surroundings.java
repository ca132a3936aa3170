package io.github.pythonenv.program;

import io.github.pythonenv.packages.VenvLayout;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a program runs, and with what around it.
 *
 * @param environment the environment
 * @param folder the working directory
 * @param inherited the variables of this process
 * @param extra variables over those
 * @param limit how long it may run; {@link #NO_LIMIT} for as long as it wants to
 */
public record Surroundings(
        VenvLayout environment, Path folder, Map<String, String> inherited, Map<String, String> extra, Duration limit) {

    /** Ten years: no build lasts longer, and it can be counted in nanoseconds. */
    public static final Duration NO_LIMIT = Duration.ofDays(3650);

    /** The same with more variables, which yield to those that are given already. */
    Surroundings withDefaults(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putAll(extra);
        return new Surroundings(environment, folder, inherited, all, limit);
    }

    /** The variables that a shell with the environment activated would have, and the extra ones. */
    Map<String, String> variables() {
        // Windows names the variable Path, and does not care about case.
        Map<String, String> variables =
                environment.windows() ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
        variables.putAll(inherited);
        // They would send the interpreter to another standard library, or to another environment on macOS.
        variables.keySet().removeAll(List.of("PYTHONHOME", "__PYVENV_LAUNCHER__"));
        variables.put("VIRTUAL_ENV", environment.directory().toString());
        String path = variables.getOrDefault("PATH", "");
        variables.put("PATH", environment.bin() + (path.isEmpty() ? "" : File.pathSeparator + path));
        variables.putAll(extra);
        return variables;
    }
}
