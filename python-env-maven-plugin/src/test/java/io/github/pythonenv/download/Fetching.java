package io.github.pythonenv.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A downloader on a clock that stands still, whose pauses are noted and not waited for. */
final class Fetching {
    /** More than what is looked at before the first byte is kept. */
    static final byte[] CONTENT =
            "the bytes of an archive, all of them\n".repeat(60).getBytes(StandardCharsets.UTF_8);

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENT = Duration.ofSeconds(20);

    final List<Duration> pauses = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();
    final Path file;

    private Proxies proxies = Proxies.NONE;
    private Logins logins = Logins.NONE;
    private Trust trust = Fetching::usual;
    private Duration stall = PATIENT;
    private Duration connect = PATIENT;
    private int attempts = 5;
    private LongConsumer heard = done -> {};

    Fetching(Path folder) {
        this.file = folder.resolve("downloads/file");
    }

    Fetching through(Proxies through) {
        proxies = through;
        return this;
    }

    Fetching as(Logins who) {
        logins = who;
        return this;
    }

    Fetching trusting(Trust authorities) {
        trust = authorities;
        return this;
    }

    /** Tells also this one how much is there. */
    Fetching heard(LongConsumer other) {
        heard = other;
        return this;
    }

    Fetching impatient() {
        connect = Duration.ofSeconds(1);
        stall = Duration.ofMillis(50);
        return this;
    }

    Fetching attempts(int number) {
        attempts = number;
        return this;
    }

    static Download download(URI uri) {
        return new Download(uri, Optional.of(sha256(CONTENT)), OptionalLong.of(CONTENT.length));
    }

    static Download anything(URI uri) {
        return new Download(uri, Optional.empty(), OptionalLong.empty());
    }

    void fetch(URI uri) throws IOException {
        fetch(download(uri));
    }

    void fetch(Download download) throws IOException {
        Network network = new Network(proxies, logins, trust, connect, stall, attempts);
        DownloadListener listener = new DownloadListener() {
            @Override
            public void bytes(long done, OptionalLong total) {
                heard.accept(done);
                synchronized (progress) {
                    progress.add(done);
                    progress.notifyAll();
                }
            }

            @Override
            public void again(String why, Duration pause) {
                told.add(why);
            }
        };
        new Downloader(network, listener, pauses::add, Clock.fixed(NOW, ZoneOffset.UTC)).fetch(download, file);
    }

    /** Waits until so many bytes have come; not for ever. */
    void awaitProgress(long bytes) {
        long end = System.nanoTime() + PATIENT.toNanos();
        synchronized (progress) {
            while (progress.stream().noneMatch(done -> done >= bytes) && System.nanoTime() < end) {
                try {
                    progress.wait(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** What lies beside the file and in its place. */
    List<String> left() {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
