package io.github.pythonenv.download;

import java.time.Duration;

/**
 * What a download wants to know of the world.
 *
 * @param proxies which proxy leads where
 * @param logins who may read where
 * @param trust which servers are believed
 * @param connect how long a host may take to answer at all
 * @param stall how long it may send nothing once it has answered
 * @param attempts how often it is tried in all where trying again may help
 */
public record Network(Proxies proxies, Logins logins, Trust trust, Duration connect, Duration stall, int attempts) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    /** With the usual patience. */
    public Network(Proxies proxies, Logins logins, Trust trust) {
        this(proxies, logins, trust, CONNECT, STALL, ATTEMPTS);
    }
}
