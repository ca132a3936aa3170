package io.github.pythonenv.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an environment is like, compared with what is asked of it.
 *
 * @param directory where it stands, or would
 * @param status in one word
 * @param state what it says of itself, where it is one of ours
 * @param findings why it is not up to date, or what is damaged or was added by hand in it, a sentence each
 */
public record Inspection(Path directory, Status status, Optional<EnvironmentState> state, List<String> findings) {

    /** An environment's condition in one word. */
    public enum Status {
        /** It is what is asked. */
        UP_TO_DATE,
        /** It works, but something else is asked by now. */
        OUT_OF_DATE,
        /** Files of it are missing or altered. */
        DAMAGED,
        /** There is none. */
        MISSING,
        /** A virtual environment of somebody else's stands there. */
        FOREIGN,
        /** Something that is no virtual environment stands there. */
        OCCUPIED
    }
}
