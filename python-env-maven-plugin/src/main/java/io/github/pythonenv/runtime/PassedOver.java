package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One archive did not become a runtime on this machine, and another one might: it cannot be had, or its interpreter does
 * not start. What is wrong with the bytes is no such thing.
 */
final class PassedOver extends UserFailure {
    private static final long serialVersionUID = 1L;

    PassedOver(String what, String hint) {
        super(what, hint);
    }

    PassedOver(UserFailure why) {
        super(String.valueOf(why.getMessage()), why.hint(), why);
    }

    /** What to say where none is left. */
    static UserFailure all(List<PassedOver> reasons) {
        if (reasons.size() == 1) {
            return reasons.get(0);
        }
        return new UserFailure(
                reasons.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining(" ")),
                reasons.stream().map(UserFailure::hint).distinct().collect(Collectors.joining(" ")),
                reasons.get(0));
    }
}
