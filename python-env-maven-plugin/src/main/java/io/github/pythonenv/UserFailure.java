package io.github.pythonenv;

import java.util.Objects;

/**
 * A fault that a person can mend: something asked for cannot be had, a file is malformed, the network or the disk does
 * not give what is needed. Anything else that is thrown is a bug of ours.
 *
 * <p>The message says what happened and why; the hint, kept apart so that it can be shown differently, says what to do
 * next. Neither may hold a secret.
 */
public class UserFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param what what happened and why, one or more sentences
     * @param hint what to do next, one or more sentences
     */
    public UserFailure(String what, String hint) {
        super(Objects.requireNonNull(what));
        this.hint = Objects.requireNonNull(hint);
    }

    /**
     * @param what what happened and why, one or more sentences
     * @param hint what to do next, one or more sentences
     * @param cause the fault underneath, for the debug log
     */
    public UserFailure(String what, String hint, Throwable cause) {
        super(Objects.requireNonNull(what), cause);
        this.hint = Objects.requireNonNull(hint);
    }

    /** What to do next, in words for a person. */
    public String hint() {
        return hint;
    }
}
