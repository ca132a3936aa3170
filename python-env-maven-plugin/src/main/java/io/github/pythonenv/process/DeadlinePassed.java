package io.github.pythonenv.process;

import io.github.pythonenv.UserFailure;

/** A program was ended with all its children because it had not ended by its deadline. */
public final class DeadlinePassed extends UserFailure {
    private static final long serialVersionUID = 1L;

    DeadlinePassed(Command command) {
        super(
                command.program() + " was stopped: it had not ended after " + Durations.words(command.deadline()) + ".",
                "Look at what it waits for (network, a lock, a question), or give it more time.");
    }
}
