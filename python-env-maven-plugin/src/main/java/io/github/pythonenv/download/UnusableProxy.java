package io.github.pythonenv.download;

/** The way to a host leads through a proxy that downloads cannot use. Nothing was asked. */
public final class UnusableProxy extends DownloadFailure {

    private static final long serialVersionUID = 1L;

    /**
     * @param host the one that was to be asked
     * @param which the proxy and who names it, the beginning of a sentence
     * @param why the end of that sentence
     */
    UnusableProxy(String host, String which, String why) {
        super(
                host,
                which + " cannot be used for " + host + ": " + why + ".",
                "Name an HTTP proxy in Maven's settings.xml or in HTTPS_PROXY, or let this host be reached directly"
                        + " (<nonProxyHosts>, NO_PROXY).");
    }
}
