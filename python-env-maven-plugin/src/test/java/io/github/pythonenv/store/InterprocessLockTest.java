package io.github.pythonenv.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterprocessLockTest {

    @TempDir
    Path folder;

    @Test
    void doesTheBodyAndReturnsItsResult() throws IOException {
        Path file = folder.resolve("not/there/yet.lock");

        assertThat(InterprocessLock.holding(file, who -> {}, () -> "result")).isEqualTo("result");
        assertThat(file).isEmptyFile();
        assertThat(InterprocessLock.holding(file, InterprocessLockTest::mustNotWait, () -> "again"))
                .isEqualTo("again");
    }

    @Test
    void isFreeAgainAfterAFailure() throws IOException {
        Path file = folder.resolve("lock");
        assertThatThrownBy(() -> InterprocessLock.holding(file, who -> {}, () -> {
                    throw new IOException("body");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("body");

        assertThat(InterprocessLock.holding(file, InterprocessLockTest::mustNotWait, () -> 1))
                .isOne();
    }

    @Test
    void theSameThreadTwiceIsAnErrorAndNoDeadlock() {
        Path file = folder.resolve("lock");

        assertThatThrownBy(() -> InterprocessLock.holding(
                        file, who -> {}, () -> InterprocessLock.holding(file, who -> {}, () -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds")
                .hasMessageContaining("already");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSameFileUnderAnotherNameIsTheSameLock() throws IOException {
        Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        assertThatThrownBy(() -> InterprocessLock.holding(
                        folder.resolve("real/lock"),
                        who -> {},
                        () -> InterprocessLock.holding(link.resolve("../link/lock"), who -> {}, () -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void differentLocksDoNotMeet() throws IOException {
        int sum = InterprocessLock.holding(
                folder.resolve("a"),
                who -> {},
                () -> 1 + InterprocessLock.holding(folder.resolve("b"), InterprocessLockTest::mustNotWait, () -> 2));

        assertThat(sum).isEqualTo(3);
    }

    @Test
    void manyThreadsOneAtATime() throws Exception {
        Path file = folder.resolve("lock");
        AtomicInteger inside = new AtomicInteger();
        int[] plain = new int[1];
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(inThread(() -> {
                for (int j = 0; j < 20; j++) {
                    InterprocessLock.holding(file, who -> {}, () -> {
                        assertThat(inside.incrementAndGet()).isOne();
                        plain[0]++;
                        return inside.decrementAndGet();
                    });
                }
                return null;
            }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).get();

        assertThat(plain[0]).isEqualTo(160);
    }

    /** As in a parallel build or a daemon, where the plugin's classes are there twice. */
    @Test
    void twoClassLoadersExcludeEachOther() throws Exception {
        Path file = folder.resolve("lock");
        List<String> order = new ArrayList<>();
        AtomicReference<String> holder = new AtomicReference<>();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        try (LoadedAgain one = new LoadedAgain();
                LoadedAgain two = new LoadedAgain()) {
            assertThat(one.type).isNotSameAs(two.type).isNotSameAs(InterprocessLock.class);
            CompletableFuture<Void> first = inThread(() -> one.holding(file, who -> {}, () -> {
                inside.countDown();
                waits.await();
                order.add("first");
                return null;
            }));
            inside.await();
            CompletableFuture<Void> second = inThread(() -> two.holding(
                    file,
                    who -> {
                        holder.set(who);
                        waits.countDown();
                    },
                    () -> {
                        order.add("second");
                        return null;
                    }));
            first.get();
            second.get();
        }
        assertThat(order).containsExactly("first", "second");
        assertThat(holder.get()).isEqualTo("another module of this build");
        assertThat(System.getProperties().keySet())
                .noneMatch(key -> key.toString().contains(file.toString()));
    }

    @Test
    void waitsForAForeignProcessAndSaysWhich() throws Exception {
        Path file = folder.resolve("lock");
        List<String> told = new ArrayList<>();
        try (LockProgram other = LockProgram.start(file)) {
            assertThat(other.says()).isEqualTo("held");

            String result = InterprocessLock.holding(
                    file,
                    who -> {
                        told.add(who);
                        closeQuietly(other);
                    },
                    () -> "after it");

            assertThat(result).isEqualTo("after it");
            assertThat(told).singleElement().asString().startsWith("process " + other.pid() + " (since ");
        }
    }

    @Test
    void aForeignProcessWaitsForUs() throws Exception {
        Path file = folder.resolve("lock");
        LockProgram other = InterprocessLock.holding(file, who -> {}, () -> {
            LockProgram started = LockProgram.start(file);
            assertThat(started.says())
                    .startsWith("waiting process " + ProcessHandle.current().pid() + " ");
            return started;
        });
        try (other) {
            assertThat(other.says()).isEqualTo("held");
        }
    }

    /** The system drops the lock when the process closes the file once, through whatever channel. */
    @Test
    void oneThatGaveUpDoesNotDropTheLockOfTheOther() throws Exception {
        Path file = folder.resolve("lock");
        try (LoadedAgain again = new LoadedAgain()) {
            InterprocessLock.holding(file, who -> {}, () -> {
                CountDownLatch waits = new CountDownLatch(1);
                AtomicReference<Thread> thread = new AtomicReference<>();
                CompletableFuture<Void> impatient = inThread(() -> {
                    thread.set(Thread.currentThread());
                    return again.holding(file, who -> waits.countDown(), () -> null);
                });
                waits.await();
                thread.get().interrupt();
                assertThatThrownBy(impatient::get).rootCause().isInstanceOf(InterruptedException.class);

                try (LockProgram other = LockProgram.start(file)) {
                    assertThat(other.says()).startsWith("waiting");
                    other.kill();
                }
                return null;
            });
        }
    }

    @Test
    void theLockOfAKilledProcessIsFree() throws Exception {
        Path file = folder.resolve("lock");
        try (LockProgram other = LockProgram.start(file)) {
            assertThat(other.says()).isEqualTo("held");
            other.kill();
        }

        assertThat(InterprocessLock.holding(file, InterprocessLockTest::mustNotWait, () -> 1))
                .isOne();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLockFileDeletedWhileWeWaitIsNotTheLockAnyMore() throws Exception {
        Path file = folder.resolve("lock");
        try (LockProgram first = LockProgram.start(file)) {
            assertThat(first.says()).isEqualTo("held");

            InterprocessLock.holding(
                    file,
                    who -> {
                        deleteQuietly(file);
                        closeQuietly(first);
                    },
                    () -> {
                        try (LockProgram second = LockProgram.start(file)) {
                            assertThat(second.says()).startsWith("waiting");
                            second.kill();
                        }
                        return null;
                    });
        }
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws Exception {
        Path file = folder.resolve("lock");
        try (LockProgram other = LockProgram.start(file)) {
            assertThat(other.says()).isEqualTo("held");
            Thread waiting = Thread.currentThread();

            assertThatThrownBy(() -> InterprocessLock.holding(file, who -> waiting.interrupt(), () -> 1))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("cancelled");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBodyThatFailsInAnUnknownWayIsABug() {
        assertThatThrownBy(() -> InterprocessLock.holding(folder.resolve("lock"), who -> {}, () -> {
                    throw new Exception("odd");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("odd");
    }

    private static void mustNotWait(String who) {
        throw new AssertionError("waits for " + who);
    }

    private static void closeQuietly(LockProgram program) {
        try {
            program.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<Void> inThread(Callable<?> work) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                Object unused = work.call();
                result.complete(null);
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** The plugin's classes by a loader of their own, which shares only the JDK with others. */
    private static final class LoadedAgain implements AutoCloseable {
        private final URLClassLoader loader;
        private final Class<?> type;

        LoadedAgain() throws ClassNotFoundException, MalformedURLException {
            URL classes = LockProgram.location(InterprocessLock.class).toUri().toURL();
            loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
            type = loader.loadClass(InterprocessLock.class.getName());
        }

        Object holding(Path file, Consumer<String> onWait, Callable<?> body) throws Exception {
            return type.getMethod("holding", Path.class, Consumer.class, Callable.class)
                    .invoke(null, file, onWait, body);
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
