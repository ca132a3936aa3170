package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Optional;

/** Runs a small program and waits for it: what files do not tell of a GPU, its driver does. */
@FunctionalInterface
public interface Programs {

    /** Runs nothing. */
    Programs NONE = command -> Optional.empty();

    /**
     * Runs a command.
     *
     * @param command the program, then its arguments
     * @return the lines of its standard output; nothing if there is no such program or it failed
     */
    Optional<List<String>> run(List<String> command);
}
