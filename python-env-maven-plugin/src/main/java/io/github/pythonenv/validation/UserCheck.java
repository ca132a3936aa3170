package io.github.pythonenv.validation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A check of the user's own: a program that is run, and what is expected of it.
 *
 * @param id its word in configuration and data
 * @param title what holds when it passes; the id where nobody says more
 * @param command the program and its arguments; no shell reads them
 * @param exitCode the exit status that it must end with
 * @param output a regular expression that must be found in what it prints, standard output and error together
 * @param warning whether it is a warning rather than a failure when it does not hold
 * @param hint what to do then; may be empty
 * @param deadline the longest that it may take
 */
public record UserCheck(
        String id,
        String title,
        List<String> command,
        int exitCode,
        Optional<String> output,
        boolean warning,
        String hint,
        Duration deadline) {

    /** How long a check may take unless somebody says otherwise. */
    public static final Duration USUAL_DEADLINE = Duration.ofMinutes(2);

    public UserCheck {
        command = List.copyOf(command);
    }

    /** One that only has to end with exit status 0. */
    public static UserCheck of(String id, List<String> command) {
        return new UserCheck(id, id, command, 0, Optional.empty(), false, "", USUAL_DEADLINE);
    }

    /** What must be found in what it prints. */
    Pattern expected() {
        return expression(output.orElse(""));
    }

    /**
     * A regular expression for what a program prints: {@code ^} and {@code $} are the ends of each of its lines.
     *
     * @throws java.util.regex.PatternSyntaxException where it is none
     */
    public static Pattern expression(String text) {
        return Pattern.compile(text, Pattern.MULTILINE);
    }
}
