package io.github.pythonenv.download;

/**
 * A host, or a file of this machine, cannot be reached from here, or not reliably: no address, no answer, an answer that cannot be trusted, or one
 * that breaks off again and again. It will be so for other files of this host too.
 */
public final class Unreachable extends DownloadFailure {
    private static final long serialVersionUID = 1L;

    Unreachable(String host, String what, String hint, Throwable cause) {
        super(host, what, hint, cause);
    }

    Unreachable(String host, String what, String hint) {
        super(host, what, hint);
    }
}
