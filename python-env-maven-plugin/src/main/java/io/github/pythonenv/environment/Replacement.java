package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A way to put a new generation in the place of what stands at the target. */
sealed interface Replacement permits Swap, InPlace {

    /**
     * Puts {@code fresh} in the place of what stands at {@code target}.
     *
     * @param python an interpreter, should one be needed
     * @return where what stood at the target lies now, which is where {@code fresh} lay; empty where nothing stood
     *     there, or where it is not kept
     * @throws UserFailure where the target cannot be replaced; it still stands then
     */
    Optional<Path> replace(Path fresh, Path target, Path python) throws IOException;

    /** Finishes or takes back a replacement of {@code target} that was cut off. Says what it did. */
    Optional<String> recover(Path target) throws IOException;

    /** The same; what it did is told and written down. */
    default void recover(Path target, Toolbox tools, Journal journal) throws IOException {
        Optional<String> told = recover(target);
        told.ifPresent(tools::warn);
        told.ifPresent(text -> journal.note("recovered: " + text));
    }
}
