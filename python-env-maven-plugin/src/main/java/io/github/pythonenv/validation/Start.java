package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The environment's interpreter when it is started once, at the first question, and what it says of itself then. */
final class Start {

    private final Python python;
    private @Nullable JsonNode facts;
    private @Nullable UserFailure failure;

    Start(Python python) {
        this.python = python;
    }

    /** Whether it starts. */
    boolean works() {
        try {
            facts();
            return true;
        } catch (UserFailure e) {
            return false;
        }
    }

    /**
     * What {@code start.py} answered.
     *
     * @throws UserFailure where the interpreter does not start
     */
    JsonNode facts() {
        if (failure != null) {
            throw failure;
        }
        JsonNode known = facts;
        if (known == null) {
            try {
                known = python.ask("start.py");
                facts = known;
            } catch (UserFailure e) {
                failure = e;
                throw e;
            }
        }
        return known;
    }
}
