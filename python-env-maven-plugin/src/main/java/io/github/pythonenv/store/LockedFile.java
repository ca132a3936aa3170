package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process at a time. The file tells others who holds it; the system drops the lock when the process ends. */
final class LockedFile implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final int LONGEST_NOTE = 200;

    /**
     * The byte that is locked, far behind the note: on Windows a locked byte cannot be read by others, and the note has
     * to be. Never change it: two versions of this plugin must agree.
     */
    private static final long LOCKED_BYTE = 1 << 30;

    private final FileChannel channel;

    private LockedFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Tries again and again instead of waiting in the system: there a wait of one thread counts as one of its whole
     * process, so that two parallel builds with two locks each look like a deadlock to it.
     *
     * @param onWait told again and again while somebody else holds it
     */
    static LockedFile acquire(Path file, Consumer<String> onWait) throws IOException, InterruptedException {
        while (true) {
            Optional<LockedFile> locked = open(file, onWait);
            if (locked.isPresent()) {
                return locked.get();
            }
        }
    }

    /** Empty if the file was deleted meanwhile, so that somebody else may hold another one of its name. */
    private static Optional<LockedFile> open(Path file, Consumer<String> onWait)
            throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            Object opened = key(file);
            while (!tryLock(channel)) {
                onWait.accept(read(channel));
                Thread.sleep(PAUSE_MILLIS);
            }
            if (opened == null || opened.equals(key(file))) {
                write(channel, note());
                kept = true;
                return Optional.of(new LockedFile(channel));
            }
            return Optional.empty();
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            // Somebody replaced the system properties, where the JVM's mutex is kept; the JDK still knows.
            return false;
        }
    }

    /** What tells one file from another of the same name; null where the system has no such thing. */
    private static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return "deleted";
        }
    }

    private static String note() {
        return "process " + ProcessHandle.current().pid() + " (since "
                + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private static void write(FileChannel channel, String note) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_NOTE);
        channel.read(bytes, 0);
        String note = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        return note.isBlank() ? "another process" : note;
    }

    /** The note goes first: it must not name us when somebody else holds the lock. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        }
    }
}
