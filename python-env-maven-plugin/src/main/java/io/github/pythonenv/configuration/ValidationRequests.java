package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.validation.FailOn;
import io.github.pythonenv.validation.ValidationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What settings say of the checks of environments. */
public final class ValidationRequests {

    private ValidationRequests() {}

    /**
     * How an environment is validated.
     *
     * @throws UserFailure where a value is none that its setting takes
     */
    public static ValidationSettings of(Settings set) {
        ValidationSettings usual = ValidationSettings.USUAL;
        List<Path> sources = set.texts(Setting.SOURCES).stream().map(Path::of).toList();
        return new ValidationSettings(
                set.texts(Setting.CHECKS),
                failOn(set, Setting.FAIL_ON),
                set.userChecks(Setting.USER_CHECKS),
                modules(set),
                set.texts(Setting.NOT_IMPORTED),
                set.above(Setting.SLOWER, 1).orElse(usual.slower()),
                sources.isEmpty() ? usual.sources() : sources,
                set.texts(Setting.UNIMPORTED));
    }

    /**
     * Which verdicts fail the build.
     *
     * @throws UserFailure where the word is none of them
     */
    static FailOn failOn(Settings set, Setting setting) {
        String word = set.text(setting).orElse("error");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error" -> FailOn.ERROR;
            case "warning" -> FailOn.WARNING;
            case "never" -> FailOn.NEVER;
            default ->
                throw set.wrong(
                        setting,
                        word,
                        NearName.question(word, List.of("error", "warning", "never"))
                                + "Take error, warning or never.");
        };
    }

    private static Duration modules(Settings set) {
        int usual = Math.toIntExact(ValidationSettings.USUAL.modules().toSeconds());
        int seconds = set.number(Setting.IMPORT_SECONDS, usual);
        if (seconds < 1) {
            throw set.wrong(Setting.IMPORT_SECONDS, seconds, "Take a number of seconds above 0.");
        }
        return Duration.ofSeconds(seconds);
    }
}
