package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of an archive on all cores, the calling thread among them. The largest first, and everybody takes
 * the next one when free: so nobody begins the largest when the others are through.
 */
final class ParallelWriter {
    private final Path archive;
    private final FileChannel channel;
    private final Consumer<Long> bytesDone;
    private final List<UnpackPlan.Target> files;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long done;

    ParallelWriter(Path archive, FileChannel channel, List<UnpackPlan.Target> files, Consumer<Long> bytesDone) {
        this.archive = archive;
        this.channel = channel;
        this.bytesDone = bytesDone;
        this.files = files.stream()
                .sorted(Comparator.comparingLong(
                                (UnpackPlan.Target file) -> file.entry().size())
                        .reversed())
                .toList();
    }

    /**
     * Returns, or throws, when no thread writes any more.
     *
     * @return the sum of bytes written
     */
    long write() throws IOException {
        int others = Math.min(Runtime.getRuntime().availableProcessors(), files.size()) - 1;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            Thread thread = new Thread(this::work, "python-env unpacks " + archive.getFileName());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work();
        awaitEnd(threads);
        Throwable thrown = failure.get();
        if (thrown != null) {
            rethrow(thrown);
        }
        return done;
    }

    private void work() {
        try (EntryReader reader = new EntryReader(archive, channel)) {
            for (int i = next.getAndIncrement();
                    i < files.size() && failure.get() == null;
                    i = next.getAndIncrement()) {
                UnpackPlan.Target file = files.get(i);
                try (FileChannel target = NewFile.open(file.path(), file.entry().permissions())) {
                    reader.write(file.entry(), target);
                }
                report(file.entry().size());
            }
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private synchronized void report(long bytes) {
        done += bytes;
        bytesDone.accept(done);
    }

    /** They end soon in every case: none takes another file after a failure. */
    private static void awaitEnd(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable thrown) throws IOException {
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) thrown;
    }
}
