package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;

/** Failures of rooms below, as findings of a check. */
final class Told {

    private Told() {}

    /** What happened, without its full stop. */
    static String phrase(UserFailure failure) {
        return String.valueOf(failure.getMessage()).strip().replaceFirst("\\.$", "");
    }
}
