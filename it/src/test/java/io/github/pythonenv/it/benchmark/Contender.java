package io.github.pythonenv.it.benchmark;

/**
 * One of several ways to do a thing.
 *
 * @param name how the tables call it
 * @param before makes the situation that it starts from; not measured
 * @param work what is measured
 * @param check fails if the work was not done; not measured
 */
record Contender(String name, Action before, Work work, Check check) {

    /** Prepares something. */
    interface Action {
        void run() throws Exception;

        /** Changes nothing. */
        Action NONE = () -> {};
    }

    /** Does the work once. */
    interface Work {
        Outcome run() throws Exception;
    }

    /** Looks at what was printed, or at what is on disk. */
    interface Check {
        void of(Outcome outcome) throws Exception;
    }
}
