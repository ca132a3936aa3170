package io.github.pythonenv.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work that goes on while the caller does something else, mostly waiting for a child process.
 *
 * @param <T> what it comes to
 */
public final class Background<T> {
    private final CompletableFuture<T> future;

    private Background(CompletableFuture<T> future) {
        this.future = future;
    }

    /** Begins, in a thread of its own: it mostly waits, and the common pool has one thread where there are two cores. */
    public static <T> Background<T> start(Supplier<T> work) {
        return new Background<>(CompletableFuture.supplyAsync(work, Background::inNewThread));
    }

    private static void inNewThread(Runnable work) {
        Thread thread = new Thread(work, "python-env background");
        thread.setDaemon(true);
        thread.start();
    }

    /** Work that is done. */
    public static <T> Background<T> done(T result) {
        return new Background<>(CompletableFuture.completedFuture(result));
    }

    /** Goes on with what this comes to, still in the background. */
    public <U> Background<U> then(Function<T, U> next) {
        return new Background<>(future.thenApply(next));
    }

    /** Waits for the result. Throws what the work threw. */
    public T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits until it is over, whatever it came to. */
    public void settle() {
        future.handle((result, failure) -> true).join();
    }
}
