package io.github.pythonenv.download;

import java.util.Optional;

/** An attempt failed in a way that another one may not. */
final class TemporaryFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final transient Optional<String> retryAfter;

    /** @param what what happened, the beginning of a sentence's second half, as in "it broke off" */
    TemporaryFault(String host, String what) {
        this(host, what, Optional.empty());
    }

    TemporaryFault(String host, String what, Throwable cause) {
        super(what, cause);
        this.host = host;
        this.retryAfter = Optional.empty();
    }

    /** @param retryAfter the header of this name, as it came */
    TemporaryFault(String host, String what, Optional<String> retryAfter) {
        super(what);
        this.host = host;
        this.retryAfter = retryAfter;
    }

    String host() {
        return host;
    }

    Optional<String> retryAfter() {
        return retryAfter;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
