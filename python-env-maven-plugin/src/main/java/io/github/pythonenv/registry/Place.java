package io.github.pythonenv.registry;

import java.util.List;

/** A kind of place where Pythons are installed. */
@FunctionalInterface
interface Place {

    /** What may be an interpreter there; what cannot be looked into has none. */
    List<Candidate> candidates(Machine machine);
}
