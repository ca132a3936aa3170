package io.github.pythonenv.download;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which proxy leads where. */
@FunctionalInterface
public interface Proxies {

    /** Everything is reached directly. */
    Proxies NONE = uri -> Optional.empty();

    /**
     * The proxy on the way to this URI, or nothing where it is reached directly.
     *
     * @throws UnusableProxy where one is named that cannot be used
     */
    Optional<Proxy> forUri(URI uri);

    /** Those that Maven's settings list, for programs that are told of them. */
    default List<ListedProxy> listed() {
        return List.of();
    }

    /**
     * The proxies that somebody listed, the first of a URI's own scheme before others; where none is for it, those that
     * the environment names. A SOCKS proxy in the list is no way for downloads, and where it would be the only one, they
     * fail and do not go around it.
     *
     * @param listed for example the active proxies of Maven's settings
     * @param environment {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, also in lower
     *     case
     */
    static Proxies of(List<ListedProxy> listed, Map<String, String> environment) {
        return new NamedProxies(listed, new EnvironmentProxies(environment));
    }
}
