package io.github.pythonenv.registry;

import java.nio.file.Path;
import java.util.Optional;

/** Knows whether there is a uv to install Pythons with. */
@FunctionalInterface
public interface UvAtHand {

    /** Knows of none. */
    UvAtHand NONE = Optional::empty;

    /** The program, fetched if that is possible; nothing if there is none and none can be had. */
    Optional<Path> program();
}
