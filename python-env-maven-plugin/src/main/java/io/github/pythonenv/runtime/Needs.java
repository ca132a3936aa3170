package io.github.pythonenv.runtime;

import java.util.List;

/**
 * What a distribution wants of the machine.
 *
 * @param floor the oldest system that it starts on
 * @param libraries the shared libraries that some of its extension modules load from the machine, by the names the
 *     loader looks for; without one of them the interpreter starts, but that module does not import
 */
public record Needs(Floor floor, List<String> libraries) {
    public Needs {
        libraries = List.copyOf(libraries);
    }
}
