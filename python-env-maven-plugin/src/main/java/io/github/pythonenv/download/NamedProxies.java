package io.github.pythonenv.download;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Proxies that somebody listed, and others behind them.
 *
 * @param otherwise where none of the list is for a URI
 */
record NamedProxies(List<ListedProxy> listed, Proxies otherwise) implements Proxies {

    @Override
    public Optional<Proxy> forUri(URI uri) {
        Optional<ListedProxy> nearest = listed.stream()
                .filter(proxy -> proxy.isFor(uri))
                .min(Comparator.comparing(proxy -> !proxy.isOfScheme(uri)));
        if (nearest.isPresent()) {
            return nearest.get().forUri(uri);
        }
        Optional<Proxy> named = otherwise.forUri(uri);
        if (named.isEmpty()) {
            listed.forEach(proxy -> proxy.refuseSocks(uri));
        }
        return named;
    }
}
