package io.github.pythonenv.runtime;

import java.net.URI;

/** A file that some server has. */
public record RemoteFile(URI uri) implements Origin {

    /** The address without what may be a secret: user, password and query. */
    @Override
    public String toString() {
        String host = uri.getHost();
        return host == null
                ? uri.getScheme() + ":…"
                : uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
    }
}
