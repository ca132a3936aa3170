package io.github.pythonenv.runtime;

import io.github.pythonenv.store.KeptFile;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * The hosts that could not be reached in the last day: a note in the store, so that not every build waits for them
 * again. What cannot be read or written of it is as if it were not there.
 */
final class UnreachableHosts {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Path file;
    private final Clock clock;

    UnreachableHosts(Store store) {
        this(store, Clock.systemUTC());
    }

    UnreachableHosts(Store store, Clock clock) {
        this.file = store.home().resolve("unreachable.properties");
        this.clock = clock;
    }

    /** Whether that host could not be reached lately. */
    boolean contains(String host) {
        return isRecent(read().getProperty(host));
    }

    /** Notes that a host could not be reached. */
    void remember(String host) {
        if (host.isEmpty()) {
            return;
        }
        Properties hosts = read();
        hosts.values().removeIf(then -> !isRecent(String.valueOf(then)));
        hosts.setProperty(host, Long.toString(clock.millis()));
        write(hosts);
    }

    /** From now on all hosts are tried. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A store that may only be read: then what it remembers ends with the day.
        }
    }

    private boolean isRecent(String then) {
        if (then == null || !then.matches("\\d{1,18}")) {
            return false;
        }
        Duration since = Duration.between(Instant.ofEpochMilli(Long.parseLong(then)), clock.instant());
        return !since.isNegative() && since.compareTo(REMEMBERED) < 0;
    }

    private Properties read() {
        Properties hosts = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                hosts.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                hosts.clear();
            }
        }
        return hosts;
    }

    /** Put in place whole; of two that write at once one wins, and the other host is found out again. */
    private void write(Properties hosts) {
        try {
            StringWriter text = new StringWriter();
            hosts.store(text, "Hosts that python-env could not reach, and when. They are tried again after a day.");
            new KeptFile(file).write(text.toString());
        } catch (IOException e) {
            // Then the host is found out again.
        }
    }
}
