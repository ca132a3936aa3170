package io.github.pythonenv.validation;

import java.io.IOException;

/** Looks at one thing, and changes nothing. A fault is told by one check only: the one that is about it. */
public interface Check {

    /** Its word in configuration and data. */
    String id();

    Category category();

    /** What holds when it passes, a phrase for a person. */
    String title();

    /** Whether there is nothing for it to look at where the environment's interpreter does not start. */
    default boolean needsInterpreter() {
        return true;
    }

    /**
     * Looks.
     *
     * @throws io.github.pythonenv.UserFailure where it cannot look, for a reason that a person can mend
     */
    Outcome look() throws IOException;
}
