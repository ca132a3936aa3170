package io.github.pythonenv.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shell that a build was called from: the nearest process above it that is one, else what {@code SHELL} says. A
 * plain sh counts last: it starts programs for other shells, and in what it understands they all agree.
 *
 * @param ancestors the programs of the processes above, the nearest first
 * @param variables the environment variables of the build
 * @param windows whether the system is Windows
 */
public record CallingShell(List<String> ancestors, Map<String, String> variables, boolean windows) {

    /** That of this process. */
    public static CallingShell current(Map<String, String> variables, boolean windows) {
        List<String> programs = new ArrayList<>();
        Optional<ProcessHandle> above = ProcessHandle.current().parent();
        while (above.isPresent()) {
            above.get().info().command().ifPresent(programs::add);
            above = above.get().parent();
        }
        return new CallingShell(programs, variables, windows);
    }

    /** The shell, or what every user of the system has where there is none. */
    public Shell shell() {
        Optional<Shell> nearest = ancestors.stream()
                .filter(program -> !isPlain(program))
                .flatMap(program -> Shell.of(program).stream())
                .findFirst();
        return nearest.or(() -> Optional.ofNullable(variables.get("SHELL")).flatMap(Shell::of))
                .orElse(windows ? Shell.POWERSHELL : Shell.POSIX);
    }

    private static boolean isPlain(String program) {
        return List.of("sh", "dash", "ash", "busybox").contains(program.replaceFirst(".*/", ""));
    }
}
