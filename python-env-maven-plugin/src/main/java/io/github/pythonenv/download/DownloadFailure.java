package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;

/** Something was not fetched. Says of which host, so that another one can be asked. */
public abstract sealed class DownloadFailure extends UserFailure
        permits Unreachable, UnusableProxy, Declined, WrongContent {
    private static final long serialVersionUID = 1L;

    private final String host;

    DownloadFailure(String host, String what, String hint) {
        super(what, hint);
        this.host = host;
    }

    DownloadFailure(String host, String what, String hint, Throwable cause) {
        super(what, hint, cause);
        this.host = host;
    }

    /** The host that was asked, after redirects; empty for a file. */
    public String host() {
        return host;
    }
}
