package io.github.pythonenv.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leads the JDK's client through proxies, also through those that want a password.
 *
 * <p>For {@code http} it says the password itself. For {@code https} it says none that is sent in the clear, unless a
 * system property of the whole JVM is set before anybody made a connection, which is not ours to do. So there it goes
 * through a {@link TunnelRelay}, which says it.
 */
final class ProxyRoutes extends ProxySelector implements AutoCloseable {
    private final Proxies proxies;
    private final Duration connect;
    private final Map<Proxy, TunnelRelay> relays = new ConcurrentHashMap<>();

    ProxyRoutes(Proxies proxies, Duration connect) {
        this.proxies = proxies;
        this.connect = connect;
    }

    /** The headers with which the proxy lets this request pass. */
    Map<String, String> headers(URI uri, Optional<Proxy> proxy) {
        if (proxy.isEmpty() || proxy.get().credentials().isEmpty()) {
            return Map.of();
        }
        return isTunnel(uri)
                ? Map.of(TunnelRelay.PASS, relay(proxy.get()).pass())
                : Map.of("Proxy-Authorization", proxy.get().credentials().get().basic());
    }

    @Override
    public List<java.net.Proxy> select(URI uri) {
        Optional<Proxy> proxy = proxies.forUri(uri);
        if (proxy.isEmpty()) {
            return List.of(java.net.Proxy.NO_PROXY);
        }
        InetSocketAddress address = isTunnel(uri) && proxy.get().credentials().isPresent()
                ? relay(proxy.get()).address()
                : InetSocketAddress.createUnresolved(
                        proxy.get().host(), proxy.get().port());
        return List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, address));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
        // The request fails with it.
    }

    private static boolean isTunnel(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    private TunnelRelay relay(Proxy proxy) {
        return relays.computeIfAbsent(proxy, to -> {
            try {
                return new TunnelRelay(to, connect);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        relays.values().forEach(TunnelRelay::close);
    }
}
