package io.github.pythonenv.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A way to a server, and why it fails.
 *
 * @param uri what is asked for
 * @param proxy on the way
 */
record Connection(URI uri, Optional<Proxy> proxy) {

    /**
     * What to throw.
     *
     * @throws TemporaryFault if another attempt may help
     * @throws IOException if the fault is none of the connection
     */
    Unreachable failure(Throwable fault) throws TemporaryFault, IOException {
        if (isThere(fault, UnknownHostException.class) || isThere(fault, UnresolvedAddressException.class)) {
            return unreachable(fault, "the name of " + next() + " is not known here", network());
        }
        if (fault instanceof HttpConnectTimeoutException) {
            return unreachable(fault, next() + " does not answer", network());
        }
        if (fault instanceof ConnectException) {
            return unreachable(fault, next() + " refuses the connection or cannot be reached", network());
        }
        if (fault instanceof SSLException) {
            return isThere(fault, CertificateException.class)
                            || String.valueOf(fault).contains("PKIX")
                    ? unreachable(
                            fault,
                            "the certificate of " + uri.getHost() + " is not trusted here (" + fault.getMessage() + ")",
                            "If your network has a certificate authority of its own, name its PEM file in the variable"
                                    + " SSL_CERT_FILE, or add it to the JVM's trust store.")
                    : unreachable(
                            fault,
                            "no protected connection to " + uri.getHost() + " could be made (" + fault.getMessage()
                                    + ")",
                            network());
        }
        if (String.valueOf(fault.getMessage()).startsWith("Tunnel failed")) {
            return unreachable(
                    fault,
                    next() + " does not let us through (" + fault.getMessage() + ")",
                    "Ask who runs the proxy, or use a mirror that it lets through.");
        }
        if (fault instanceof IOException) {
            throw new TemporaryFault(uri.getHost(), "the connection to " + next() + " broke off", fault);
        }
        throw new IOException(fault);
    }

    private Unreachable unreachable(Throwable fault, String why, String next) {
        return new Unreachable(
                uri.getHost(),
                Redacted.uri(uri) + " was not fetched: "
                        + (proxy.isPresent() ? uri.getHost() + " cannot be reached, " : "") + why + ".",
                next,
                fault);
    }

    private String next() {
        return proxy.map(one -> "the proxy " + one).orElse(uri.getHost());
    }

    private static String network() {
        return "Check the network and its proxy (in Maven's settings.xml, or HTTPS_PROXY and NO_PROXY), or use a"
                + " mirror.";
    }

    private static boolean isThere(Throwable fault, Class<? extends Throwable> kind) {
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
