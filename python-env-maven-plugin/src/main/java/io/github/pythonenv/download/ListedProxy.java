package io.github.pythonenv.download;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy as Maven's settings list it.
 *
 * @param protocol of the URIs it is for: {@code http}, or {@code https}; {@code http} counts for both, as it does in
 *     Maven
 * @param proxy where it is
 * @param nonProxyHosts the hosts that are reached directly, separated by {@code |} or a comma; {@code *} stands for any
 *     characters
 */
public record ListedProxy(String protocol, Proxy proxy, String nonProxyHosts) {

    /** Whether it has a say on this URI, be it that it is passed over for its host. */
    boolean isFor(URI uri) {
        return protocol.equalsIgnoreCase("http") || isOfScheme(uri);
    }

    boolean isOfScheme(URI uri) {
        return protocol.equalsIgnoreCase(uri.getScheme());
    }

    Optional<Proxy> forUri(URI uri) {
        return isPassedOver(uri.getHost()) ? Optional.empty() : Optional.of(proxy);
    }

    /** @throws UnusableProxy if this one is in the way, and speaks SOCKS */
    void refuseSocks(URI uri) {
        if (protocol.toLowerCase(Locale.ROOT).startsWith("socks") && !isPassedOver(uri.getHost())) {
            throw new UnusableProxy(
                    uri.getHost(),
                    "The proxy " + proxy + " that Maven's settings.xml lists",
                    "it speaks SOCKS (<protocol>" + protocol
                            + "</protocol>), and downloads go through HTTP proxies only");
        }
    }

    /** The hosts that are reached directly. */
    Stream<String> patterns() {
        return Arrays.stream(nonProxyHosts.split("[|,]")).map(String::strip).filter(pattern -> !pattern.isEmpty());
    }

    private boolean isPassedOver(String host) {
        return patterns()
                .anyMatch(pattern -> Pattern.compile(
                                "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", Pattern.CASE_INSENSITIVE)
                        .matcher(host)
                        .matches());
    }
}
