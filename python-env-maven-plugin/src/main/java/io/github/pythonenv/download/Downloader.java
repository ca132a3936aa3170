package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Fetches files by {@code http}, {@code https} and {@code file}.
 *
 * <p>Several processes or threads must not fetch to the same path at once: the caller holds a lock over it, as the
 * store does.
 */
public final class Downloader {
    private final Network network;
    private final DownloadListener listener;
    private final Retries retries;

    /**
     * A downloader that waits between attempts.
     *
     * @param network what it wants to know of the world
     * @param listener hears how it goes on
     */
    public Downloader(Network network, DownloadListener listener) {
        this(network, listener, duration -> Thread.sleep(duration.toMillis()), Clock.systemUTC());
    }

    Downloader(Network network, DownloadListener listener, Pause pause, Clock clock) {
        this.network = network;
        this.listener = listener;
        this.retries = new Retries(network.attempts(), listener, pause, clock);
    }

    /** How time passes. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * Fetches a file. Until all of it is there and checked, what came is kept beside its place in a file with
     * {@code .part} added to its name; a later call, also of another process, asks for the rest only.
     *
     * @param file where it is put, and replaced if it is there; its folder is made
     * @throws DownloadFailure if it is not given, not reachable, or not what was asked for
     * @throws UserFailure if the address cannot be used, or this thread is interrupted: then what came is kept
     * @throws IOException if the file cannot be written
     */
    public void fetch(Download download, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        PartialFile partial = new PartialFile(target);
        try {
            if ("file".equalsIgnoreCase(download.uri().getScheme())) {
                new FileCopy(download, partial, listener).run();
            } else {
                fetchFromWeb(download, partial);
            }
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure(
                    "Fetching " + download + " was stopped: the build was cancelled.",
                    "Run the build again: it goes on where it stopped.",
                    e);
        }
    }

    private void fetchFromWeb(Download download, PartialFile partial) throws IOException, InterruptedException {
        String scheme = String.valueOf(download.uri().getScheme());
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || download.uri().getHost() == null) {
            throw new UserFailure(
                    download + " cannot be fetched: it is no http, https or file address.",
                    "Correct the address in the configuration.");
        }
        try (WebClient client = new WebClient(network)) {
            retries.run(download, () -> new Fetch(client, download, partial, listener).once());
        }
    }
}
