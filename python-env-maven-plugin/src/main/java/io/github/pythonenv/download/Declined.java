package io.github.pythonenv.download;

/** A host, or the proxy before it, answered that it does not give this file. */
public final class Declined extends DownloadFailure {
    private static final long serialVersionUID = 1L;

    private final int status;

    Declined(String host, int status, String what, String hint) {
        super(host, what, hint);
        this.status = status;
    }

    /** The HTTP status: 404, for example. */
    public int status() {
        return status;
    }
}
