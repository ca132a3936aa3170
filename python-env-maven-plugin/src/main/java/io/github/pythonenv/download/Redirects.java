package io.github.pythonenv.download;

import java.net.URI;
import java.util.Locale;

/** Where an answer sends a request on to. */
final class Redirects {
    /** As many as browsers and curl follow, about. */
    static final int MOST = 20;

    private Redirects() {}

    static boolean isOne(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /**
     * @param location as the answer to {@code from} has it
     * @throws DownloadFailure where it leads nowhere, to no web server, or from a protected connection to an open one
     */
    static URI target(URI from, String location) {
        URI to;
        try {
            to = from.resolve(URI.create(location.strip()));
        } catch (IllegalArgumentException e) {
            throw refused(from, "to an address that cannot be read");
        }
        String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        if (to.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw refused(from, "to " + Redacted.uri(to) + ", which is no web address");
        }
        if (from.getScheme().equalsIgnoreCase("https") && scheme.equals("http")) {
            throw refused(from, "from a protected connection to an open one, " + Redacted.uri(to));
        }
        return to;
    }

    static DownloadFailure refused(URI from, String where) {
        return new Unreachable(
                from.getHost(),
                Redacted.uri(from) + " was not fetched: " + from.getHost() + " redirects " + where + ".",
                "Check the address, and whether a proxy or portal stands in between.");
    }

    static boolean isSameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
