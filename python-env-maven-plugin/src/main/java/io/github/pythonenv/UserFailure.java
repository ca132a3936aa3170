package io.github.pythonenv;

/**
 * A fault that a person can mend: the message says what happened and why, the hint what to do next. Anything else that
 * is thrown is a fault of ours.
 */
public class UserFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param what what happened and why, in whole sentences
     * @param hint what the reader can do next, in whole sentences
     */
    public UserFailure(String what, String hint) {
        super(what);
        this.hint = hint;
    }

    /**
     * @param what what happened and why, in whole sentences
     * @param hint what the reader can do next, in whole sentences
     * @param cause what was caught; kept for {@code -e}
     */
    public UserFailure(String what, String hint, Throwable cause) {
        super(what, cause);
        this.hint = hint;
    }

    /** What to do next, in whole sentences. */
    public String hint() {
        return hint;
    }
}
