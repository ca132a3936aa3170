package io.github.pythonenv.runtime;

import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.download.Trust;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Networks to try things on. */
public final class Networks {
    private Networks() {}

    /** For what must not download anything itself; what is told to child processes may be asked for. */
    static Supplier<Network> none() {
        return () -> new Network(
                uri -> {
                    throw new AssertionError("nothing is to be downloaded");
                },
                Logins.NONE,
                noTrust());
    }

    /** For what never gets as far as a connection. */
    static Trust noTrust() {
        return () -> {
            throw new AssertionError("no connection is to be made");
        };
    }

    /** Without proxies, with little patience and one attempt. */
    public static Network impatient() {
        return new Network(
                Proxies.NONE, Logins.NONE, Trust.of(Map.of()), Duration.ofSeconds(2), Duration.ofSeconds(5), 1);
    }
}
