package io.github.pythonenv.packaging;

import io.github.pythonenv.environment.Assembled;
import java.util.Map;

/** Gives out what an environment consists of on some machine. */
public interface ImageParts {

    /** Work on these parts, which may be there as long as it takes. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @param variables that programs in it are to have on any machine
         */
        T with(Assembled parts, Map<String, String> variables);
    }

    /**
     * Does work on what it consists of on a machine.
     *
     * @param platform the id of the machine's platform
     */
    <T> T during(String platform, Work<T> work);
}
