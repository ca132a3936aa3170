package io.github.pythonenv.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What starts in a container, and how. What is not said is as the base has it.
 *
 * @param user name or number, and group after a colon
 * @param workingDirectory where it starts
 * @param path the folder that programs are looked for in first
 * @param variables its environment variables
 * @param entrypoint the program and its first arguments
 * @param command the arguments that whoever starts it can replace; without an entry point, the program too
 * @param ports such as {@code 8000} or {@code 53/udp}
 * @param labels what is said of the image
 */
public record ProcessSettings(
        String user,
        Optional<String> workingDirectory,
        String path,
        SortedMap<String, String> variables,
        List<String> entrypoint,
        List<String> command,
        List<String> ports,
        SortedMap<String, String> labels) {

    public ProcessSettings {
        variables = new TreeMap<>(variables);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        ports = List.copyOf(ports);
        labels = new TreeMap<>(labels);
    }

    /** The same with more variables and labels, where none of that name are set. */
    public ProcessSettings with(Map<String, String> moreVariables, Map<String, String> moreLabels) {
        SortedMap<String, String> allVariables = new TreeMap<>(moreVariables);
        allVariables.putAll(variables);
        SortedMap<String, String> allLabels = new TreeMap<>(moreLabels);
        allLabels.putAll(labels);
        return new ProcessSettings(user, workingDirectory, path, allVariables, entrypoint, command, ports, allLabels);
    }
}
