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
     * @param place where the best is asked for, for a person
     */
    record Missing(List<Candidate> candidates, String place) implements RuntimeChoice {
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
            return first() instanceof UnseenArchive ? first().title() : first().title() + ", to be had from " + place;
        }
    }
}
