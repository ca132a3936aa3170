package io.github.pythonenv.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Bytes as they come, held against what was asked for. */
final class Contents {
    private static final int BUFFER = 1 << 18;

    private final Download download;
    private final Optional<MessageDigest> digest;
    private long length;

    Contents(Download download) {
        this.download = download;
        this.digest = download.sha256().map(any -> newDigest());
    }

    /** Counts what an earlier attempt left. */
    void addAll(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                add(ByteBuffer.wrap(buffer, 0, read));
            }
        }
    }

    void add(ByteBuffer bytes) {
        length += bytes.remaining();
        digest.ifPresent(sum -> sum.update(bytes.duplicate()));
    }

    long length() {
        return length;
    }

    /** What is wrong with the whole, if anything: the rest of a sentence. Call it once, at the end. */
    Optional<String> fault() {
        if (download.size().isPresent() && download.size().getAsLong() != length) {
            return Optional.of(
                    "it has " + length + " bytes, not " + download.size().getAsLong() + " as it should");
        }
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        String is = HexFormat.of().formatHex(digest.get().digest());
        String wanted = download.sha256().orElseThrow().toLowerCase(Locale.ROOT);
        return is.equals(wanted)
                ? Optional.empty()
                : Optional.of("its SHA-256 is " + is + ", not " + wanted + " as it should be");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
