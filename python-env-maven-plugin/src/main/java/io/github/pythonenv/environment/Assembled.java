package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Path;

/**
 * What an environment consists of on some machine.
 *
 * @param directory a virtual environment in the form of this machine, with the packages of that one
 * @param runtime the installation that it is to stand on
 * @param compiler an installation that starts here, of the same series of CPython: its bytecode is that of the other
 * @param packages how many packages are installed
 */
public record Assembled(Path directory, Runtime runtime, Runtime compiler, int packages) {

    /** One that stands on this machine. */
    public static Assembled standing(EnvironmentRequest request, EnvironmentState state) {
        return new Assembled(request.directory(), state.runtime(), state.runtime(), state.packages());
    }
}
