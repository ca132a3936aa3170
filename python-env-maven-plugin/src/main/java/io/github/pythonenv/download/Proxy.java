package io.github.pythonenv.download;

import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param host its name or address
 * @param port where it listens
 * @param credentials what it wants to know of us
 */
public record Proxy(String host, int port, Optional<Credentials> credentials) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
