package io.github.pythonenv.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param arguments the program, then its arguments; no shell reads them
 * @param directory where it is started
 * @param environment all of its variables: nothing is inherited beside these
 * @param deadline how long it may take before it is ended with all its children
 */
public record Command(List<String> arguments, Path directory, Map<String, String> environment, Duration deadline) {

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("A command needs a program.");
        }
    }

    /** The program's path or name. */
    public String program() {
        return arguments.get(0);
    }

    /** Arguments and folder; variables may hold credentials and stay out. */
    @Override
    public String toString() {
        return String.join(" ", arguments) + " (in " + directory + ")";
    }
}
