package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;

/**
 * A text that is kept in the store for long. Readers need no lock: it is replaced as a whole.
 *
 * @param path there or not
 */
public record KeptFile(Path path) {
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** Replaces the file, all at once. Call it under a lock, or another writer's changes are lost. */
    public void write(String text) throws IOException {
        Path folder = Objects.requireNonNull(path.getParent());
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + path.getFileName() + "-" + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                // Else a power failure may leave an empty file under the name.
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Gives a damaged file another name, so that nothing that a person may want to look at is lost.
     *
     * @param now tells it from others
     * @return its new name
     */
    public Path setAside(Instant now) throws IOException {
        return Files.move(
                path,
                path.resolveSibling(path.getFileName() + ".damaged-" + ASIDE.format(now)),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
