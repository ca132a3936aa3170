package io.github.pythonenv.validation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How an environment is validated.
 *
 * @param checks the ids of checks and categories to run, or with {@code !} before them not to run; all unless one is
 *     named without
 * @param failOn which verdicts fail the build
 * @param userChecks checks of the user's own
 * @param modules how long the import of a package's modules may take
 * @param notImported packages whose modules are not imported, by their names
 * @param slower from which factor over the median of earlier runs a figure is a warning
 * @param sources folders of Python sources, relative to the project's folder, that the declared dependencies are
 *     compared with
 * @param unimported packages that may be declared without being imported, by their names
 */
public record ValidationSettings(
        List<String> checks,
        FailOn failOn,
        List<UserCheck> userChecks,
        Duration modules,
        List<String> notImported,
        double slower,
        List<Path> sources,
        List<String> unimported) {

    /** What counts where nobody says otherwise. */
    public static final ValidationSettings USUAL = new ValidationSettings(
            List.of(),
            FailOn.ERROR,
            List.of(),
            Duration.ofMinutes(2),
            List.of(),
            2,
            List.of(Path.of("src", "main", "python"), Path.of("src", "test", "python")),
            List.of());

    public ValidationSettings {
        checks = List.copyOf(checks);
        userChecks = List.copyOf(userChecks);
        notImported = List.copyOf(notImported);
        sources = List.copyOf(sources);
        unimported = List.copyOf(unimported);
    }
}
