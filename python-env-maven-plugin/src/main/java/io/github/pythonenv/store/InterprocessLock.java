package io.github.pythonenv.store;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One at a time: across threads and class loaders of this JVM ({@link JvmMutex}), and across processes ({@link
 * LockedFile}). The mutex comes first, so that this JVM never has the lock file open twice: the system drops a
 * process's lock when the process closes the file for the first time.
 */
public final class InterprocessLock {
    private InterprocessLock() {}

    /**
     * Does the body while nobody else holds that lock.
     *
     * @param lockFile made where it is not there, and left there; nobody else may open it
     * @param onWait called at most once, with who holds the lock, if we have to wait
     * @param body must not take the same lock again
     * @return what the body returns
     * @throws IOException if the lock file cannot be made or locked, or from the body
     * @throws UserFailure if this thread is interrupted
     * @throws IllegalStateException if this thread holds the lock already
     */
    public static <T> T holding(Path lockFile, Consumer<String> onWait, Callable<T> body) throws IOException {
        Path file = canonical(lockFile);
        Consumer<String> once = once(onWait);
        try (JvmMutex mutex = JvmMutex.acquire(file, once);
                LockedFile lock = LockedFile.acquire(file, once)) {
            return call(body);
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure("The build was cancelled.", "Run the build again.", e);
        }
    }

    /** The same file under another name is the same lock. */
    private static Path canonical(Path lockFile) throws IOException {
        Path absolute = lockFile.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(absolute.getParent(), "a lock file lies in a folder");
        Files.createDirectories(folder);
        return folder.toRealPath().resolve(Objects.requireNonNull(absolute.getFileName()));
    }

    private static Consumer<String> once(Consumer<String> onWait) {
        AtomicBoolean told = new AtomicBoolean();
        return who -> {
            if (told.compareAndSet(false, true)) {
                onWait.accept(who);
            }
        };
    }

    private static <T> T call(Callable<T> body) throws IOException {
        try {
            return body.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The work under a lock failed in a way that nobody expected.", e);
        }
    }
}
