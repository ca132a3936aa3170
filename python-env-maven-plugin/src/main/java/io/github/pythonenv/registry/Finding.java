package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Path;

/** What a file that is called like an interpreter turned out to be. */
public sealed interface Finding {

    /** The file. */
    Path path();

    /** A CPython that can be asked for. */
    record Usable(Interpreter interpreter) implements Finding {
        @Override
        public Path path() {
            return interpreter.executable();
        }
    }

    /** The interpreter of a virtual environment: never a base for another one. */
    record VirtualEnvironment(Path path, Path home) implements Finding {}

    /**
     * Something that is not chosen.
     *
     * @param why the end of a sentence that begins with the path
     * @param by whose place it was found in
     */
    record PassedOver(Path path, String why, InstalledBy by) implements Finding {}
}
