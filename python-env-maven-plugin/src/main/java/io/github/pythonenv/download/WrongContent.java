package io.github.pythonenv.download;

/** Bytes came, but not those that were asked for. They are deleted. */
public final class WrongContent extends DownloadFailure {
    private static final long serialVersionUID = 1L;

    WrongContent(String host, String what, String hint) {
        super(host, what, hint);
    }
}
