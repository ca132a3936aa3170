package io.github.pythonenv.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    private static final String NAME = "cpython-3.14.3-0123456789ab";

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void store() {
        store = new Store(folder.resolve("home"));
    }

    @Test
    void publishesWhatWasFilled() throws IOException {
        Path published = publish(StoreTest::fill);

        assertThat(published).isEqualTo(store.runtimes().resolve(NAME));
        assertThat(published.resolve("bin/python")).hasContent("interpreter");
        assertThat(Store.complete(published)).isTrue();
        assertNothingStaged();
    }

    @Test
    void fillsOnce() {
        publish(StoreTest::fill);

        assertThat(publish(staging -> {
                    throw new AssertionError("filled again");
                }))
                .exists();
    }

    @Test
    void whatTheSharedStoreHasIsUsedThere() {
        Path filled = publish(StoreTest::fill);
        Store own = new Store(folder.resolve("own"), store.home());

        assertThat(own.publish(
                        own.runtimes(),
                        NAME,
                        staging -> {
                            throw new AssertionError("filled again");
                        },
                        event -> {}))
                .isEqualTo(filled);
        assertThat(own.home()).doesNotExist();
    }

    @Test
    void whatTheSharedStoreLacksGoesIntoTheOwnOne() {
        Store own = new Store(folder.resolve("own"), store.home());

        Path made = own.publish(own.tools(), NAME, StoreTest::fill, event -> {});

        assertThat(made).isEqualTo(own.tools().resolve(NAME));
        assertThat(own.find(own.tools(), NAME)).contains(made);
        assertThat(store.home()).doesNotExist();
    }

    @Test
    void aStoreIsNotBehindItself() {
        Store same = new Store(store.home(), store.home().resolve("../home"));

        assertThat(same.shared()).isEmpty();
        assertThat(same.shelves(same.runtimes())).containsExactly(store.runtimes());
    }

    @Test
    void fillsAnEmptyFolderElsewhere() {
        publish(staging -> {
            assertThat(staging).isEmptyDirectory();
            assertThat(store.runtimes().resolve(NAME)).doesNotExist();
            fill(staging);
        });
    }

    @Test
    void aFailedFillLeavesNothing() throws IOException {
        UserFailure failure = new UserFailure("digest mismatch", "look");

        assertThatThrownBy(() -> publish(staging -> {
                    fill(staging);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(store.runtimes().resolve(NAME)).doesNotExist();
        assertNothingStaged();

        assertThat(publish(StoreTest::fill)).exists();
    }

    @Test
    void aBugInAFillLeavesNothingToo() throws IOException {
        assertThatThrownBy(() -> publish(staging -> {
                    fill(staging);
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bug");
        assertNothingStaged();
    }

    @Test
    void replacesWhatIsNotWhole() throws IOException {
        Path published = publish(StoreTest::fill);
        Files.delete(published.resolve(".complete"));
        Files.writeString(published.resolve("leftover"), "x");

        publish(StoreTest::fill);

        assertThat(published.resolve("leftover")).doesNotExist();
        assertThat(Store.complete(published)).isTrue();
        assertNothingStaged();
    }

    @Test
    void sweepsWhatAKilledBuildLeft() throws IOException {
        Path killed = Staging.create(store.home().resolve("staging"), "killed");
        Owner me = Owner.current();
        Files.writeString(
                killed.resolveSibling("." + killed.getFileName() + ".owner"),
                new Owner(me.machine(), me.pid(), "0").note());

        publish(StoreTest::fill);

        assertNothingStaged();
    }

    @Test
    void twoAtOnceFillOnceAndTheSecondSaysThatItWaits() throws Exception {
        AtomicInteger fills = new AtomicInteger();
        CountDownLatch filling = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        List<ProgressEvent> events = new CopyOnWriteArrayList<>();
        CompletableFuture<Path> first = CompletableFuture.supplyAsync(
                () -> publish(staging -> {
                    fills.incrementAndGet();
                    fill(staging);
                    filling.countDown();
                    await(waiting);
                }),
                StoreTest::inThread);
        filling.await();
        CompletableFuture<Path> second = CompletableFuture.supplyAsync(
                () -> store.publish(
                        store.runtimes(),
                        NAME,
                        staging -> {
                            fills.incrementAndGet();
                            fill(staging);
                        },
                        event -> {
                            events.add(event);
                            waiting.countDown();
                        }),
                StoreTest::inThread);

        assertThat(first.get()).isEqualTo(second.get());
        assertThat(fills).hasValue(1);
        assertThat(events)
                .containsExactly(new ProgressEvent.Notice(
                        "Waiting for another module of this build, which is putting " + NAME + " into the store."));
    }

    /** At every moment of a filling somebody pulls the plug: what others see is nothing or the whole. */
    @Test
    void neverShowsAPart() throws IOException {
        List<Boolean> seen = new ArrayList<>();
        publish(staging -> {
            for (int i = 0; i < 5; i++) {
                Files.writeString(staging.resolve("file" + i), "x");
                seen.add(Files.exists(store.runtimes().resolve(NAME)));
            }
        });

        assertThat(seen).containsOnly(false);
        try (Stream<Path> files = Files.list(store.runtimes().resolve(NAME))) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void servesFromAStoreThatMayOnlyBeRead() throws IOException {
        Path published = publish(StoreTest::fill);
        // Not even the administrator can make a lock file where the folder of locks is a file.
        Trees.delete(store.home().resolve("locks"));
        Files.writeString(store.home().resolve("locks"), "in the way");
        Files.setPosixFilePermissions(store.home(), PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(publish(StoreTest::fill)).isEqualTo(published);

        assertThatThrownBy(() -> store.publish(store.tools(), "uv-1", StoreTest::fill, ProgressListener.SILENT))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains("python-env.home"))
                .hasMessageContaining("uv-1 could not be put into the store " + store.home());
        Files.setPosixFilePermissions(store.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "/x/y: No space left on device",
                "Disk quota exceeded",
                "There is not enough space on the disk",
            })
    void saysThatTheDiskIsFull(String text) {
        assertThatThrownBy(() -> publish(staging -> {
                    throw new IOException(text);
                }))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).startsWith("Make room"))
                .hasMessageContaining("no space left")
                .hasMessageContaining(NAME);
    }

    @Test
    void saysThatWritingIsNotAllowed() {
        for (IOException denied : List.of(
                new AccessDeniedException("/store/locks"),
                new FileSystemException("/store/locks", null, "Read-only file system"))) {
            assertThat(StoreFailures.of(store.home(), NAME, denied))
                    .hasMessageContaining("may not write there")
                    .hasMessageContaining("/store/locks");
        }
    }

    @Test
    void saysThatTheStoreLiesOnSeveralDisks() {
        assertThat(StoreFailures.of(store.home(), NAME, new AtomicMoveNotSupportedException("a", "b", "cross-device")))
                .hasMessageContaining("several file systems");
    }

    @Test
    void saysWhatElseWentWrong() {
        assertThat(StoreFailures.of(store.home(), NAME, new IOException("Input/output error")))
                .hasMessageContaining("Input/output error");
    }

    @Test
    void hasItsFolders() {
        Path home = store.home();

        assertThat(home).isEqualTo(folder.resolve("home").toAbsolutePath());
        assertThat(List.of(store.runtimes(), store.tools(), store.certificates()))
                .containsExactly(home.resolve("runtimes"), home.resolve("tools"), home.resolve("certificates"));
    }

    private Path publish(ThrowingConsumer<Path> fill) {
        return store.publish(store.runtimes(), NAME, fill, ProgressListener.SILENT);
    }

    private static void fill(Path staging) throws IOException {
        Files.createDirectory(staging.resolve("bin"));
        Files.writeString(staging.resolve("bin/python"), "interpreter");
    }

    private void assertNothingStaged() {
        assertThat(store.home().resolve("staging")).isEmptyDirectory();
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
