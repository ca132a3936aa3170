package io.github.pythonenv.audit;

import java.util.Optional;

/**
 * A vulnerability and what the project says of it.
 *
 * @param exemption what was decided; nothing where nobody has
 */
public record Finding(Vulnerability vulnerability, State state, Optional<Exemption> exemption) {

    /** How it counts. */
    public enum State {
        OPEN,
        /** The project lives with it. */
        IGNORED,
        /** The project lived with it until a day that is over: it counts like an open one. */
        EXPIRED
    }

    /** Whether something has to be done. */
    public boolean counts() {
        return state != State.IGNORED;
    }
}
