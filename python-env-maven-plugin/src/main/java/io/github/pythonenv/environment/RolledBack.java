package io.github.pythonenv.environment;

import java.util.Optional;

/**
 * What a rollback came to.
 *
 * @param before what stood there before; the same generation as {@code now} where only the hold changed
 * @param now what stands there now
 */
public record RolledBack(Optional<EnvironmentState> before, EnvironmentState now) {

    /** What was done, as a phrase. */
    public String text() {
        return (moved() ? "went from " : "stayed at ") + way();
    }

    /** The same where it was not done, but would be. */
    public String intent() {
        return (moved() ? "would go from " : "would stay at ") + way();
    }

    private String way() {
        String there = "generation " + now.generation() + ", " + now.summary();
        String from = before.map(state -> "generation " + state.generation()).orElse("nothing");
        return (moved() ? from + " to " : "") + there + (now.held() ? ", to be held there" : ", not held");
    }

    /** Whether another generation stands there now. */
    public boolean moved() {
        return before.map(state -> state.generation() != now.generation()).orElse(true);
    }
}
