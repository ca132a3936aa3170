package io.github.pythonenv.runtime;

import java.util.List;

/** Which runtime serves a request. */
public sealed interface RuntimeChoice {

    /** The digest that tells the runtime from others, of the first choice where there are several. */
    String sha256();

    /** There, ready to use. */
    record Ready(Runtime runtime) implements RuntimeChoice {
        @Override
        public String sha256() {
            return runtime.sha256();
        }

        @Override
        public String toString() {
            return "CPython " + runtime.version()
                    + (runtime.inPlace() ? ", at " + runtime.executable() : ", in the store");
        }
    }

    /**
     * Still to be fetched and unpacked.
     *
     * @param candidates what it may be made from, the best first; at least one
     */
    record Missing(List<Candidate> candidates) implements RuntimeChoice {
        public Missing {
            candidates = List.copyOf(candidates);
        }

        /** The best. */
        public Candidate first() {
            return candidates.get(0);
        }

        @Override
        public String sha256() {
            return first().sha256();
        }

        @Override
        public String toString() {
            return first().title() + ", to be had from " + first().origin();
        }
    }
}
