package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a call came to. */
public sealed interface EnvironmentReport {

    /**
     * Nothing was to be done.
     *
     * @param added entries of site-packages that somebody added by hand; they stay until the next rebuild
     */
    record UpToDate(EnvironmentState state, List<String> added) implements EnvironmentReport {}

    /**
     * The environment is held at an earlier generation, and was left as it is.
     *
     * @param reasons why it would be built anew if it were not held, a phrase each; none where it happens to be what is
     *     asked
     * @param added entries of site-packages that somebody added by hand
     */
    record Held(EnvironmentState state, List<String> reasons, List<String> added) implements EnvironmentReport {}

    /**
     * A new generation stands at the target.
     *
     * @param reasons why it was built, a phrase each
     * @param milliseconds how long it took
     */
    record Built(EnvironmentState state, List<String> reasons, long milliseconds) implements EnvironmentReport {}

    /** The runtime alone was asked for, and is in the store. */
    record RuntimeReady(Runtime runtime) implements EnvironmentReport {}

    /**
     * What would be done; nothing was.
     *
     * @param reasons why there is anything to do, a phrase each
     * @param steps what would be done, a line each; none when all is up to date
     */
    record Planned(List<String> reasons, List<String> steps) implements EnvironmentReport {}

    /**
     * This report for a person, in a few words.
     *
     * @param directory the environment's folder
     */
    default String summary(Path directory) {
        if (this instanceof UpToDate upToDate) {
            return directory + " is up to date: " + upToDate.state().summary();
        }
        if (this instanceof Held held) {
            return directory + " is held at generation " + held.state().generation() + ": "
                    + held.state().summary();
        }
        if (this instanceof RuntimeReady ready) {
            return "CPython " + ready.runtime().version() + " is ready: "
                    + ready.runtime().executable();
        }
        return directory + standing().map(state -> ": " + state.summary()).orElse(" is as it was before");
    }

    /** The state of the environment, where one stands now. */
    default Optional<EnvironmentState> standing() {
        if (this instanceof UpToDate upToDate) {
            return Optional.of(upToDate.state());
        }
        if (this instanceof Held held) {
            return Optional.of(held.state());
        }
        return this instanceof Built built ? Optional.of(built.state()) : Optional.empty();
    }
}
