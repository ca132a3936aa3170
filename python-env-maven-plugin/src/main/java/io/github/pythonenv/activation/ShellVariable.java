package io.github.pythonenv.activation;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.stream.Stream;

/**
 * An environment variable that an activated shell gets.
 *
 * @param name letters, digits and underscores, no digit first: what every shell takes
 * @param value its value
 * @param overrides whether it counts more than what the shell has under that name; if not, it is a default
 * @param unless other variables: where the shell has one of them, a default is not set
 */
public record ShellVariable(String name, String value, boolean overrides, List<String> unless) {

    public ShellVariable {
        unless = List.copyOf(unless);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UserFailure(
                    "A shell takes no variable named '" + name + "'.",
                    "Take letters, digits and underscores, no digit first, in the names of variables.");
        }
    }

    /** One that the user asks for. */
    public static ShellVariable set(String name, String value) {
        return new ShellVariable(name, value, true, List.of());
    }

    /** One that holds where the shell has neither it nor one of the others. */
    public static ShellVariable unlessSet(String name, String value, String... others) {
        return new ShellVariable(name, value, false, List.of(others));
    }

    /** The names of which a shell must have none for a default to be set. */
    List<String> guards() {
        return Stream.concat(Stream.of(name), unless.stream()).distinct().toList();
    }
}
