package io.github.pythonenv.activation;

import io.github.pythonenv.UserFailure;

/**
 * An environment variable that an activated shell gets.
 *
 * @param name letters, digits and underscores, no digit first: what every shell takes
 * @param value its value
 * @param overrides whether it counts more than what the shell has under that name; if not, it is a default
 */
public record ShellVariable(String name, String value, boolean overrides) {

    public ShellVariable {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UserFailure(
                    "A shell takes no variable named '" + name + "'.",
                    "Take letters, digits and underscores, no digit first, in the names of variables.");
        }
    }

    /** One that the user asks for. */
    public static ShellVariable set(String name, String value) {
        return new ShellVariable(name, value, true);
    }

    /** One that holds where the shell has none of that name. */
    public static ShellVariable unlessSet(String name, String value) {
        return new ShellVariable(name, value, false);
    }
}
