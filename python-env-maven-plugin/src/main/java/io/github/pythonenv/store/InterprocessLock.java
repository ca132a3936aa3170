package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** One at a time, across threads, class loaders and processes. */
public final class InterprocessLock {
    private InterprocessLock() {}

    /**
     * Does the body while nobody else holds that lock.
     *
     * @param lockFile made where it is not there, and left there
     * @param onWait called once, with who holds the lock, if we have to wait
     */
    public static <T> T holding(Path lockFile, Consumer<String> onWait, Callable<T> body) throws IOException {
        synchronized (InterprocessLock.class) {
            Files.createDirectories(lockFile.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return body.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
