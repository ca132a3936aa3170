package io.github.pythonenv.packaging;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Says how far the packing of one tree is: by the bytes of its files that were read, by one thread or several. */
final class PackingProgress implements AutoCloseable {

    private final ProgressListener listener;
    private final String file;
    private final long began = System.nanoTime();
    private long total = ProgressEvent.Bytes.UNKNOWN;
    private long done;
    private boolean whole;

    /** @param file what comes of it, for a person */
    PackingProgress(ProgressListener listener, String file) {
        this.listener = listener;
        this.file = file;
        listener.on(new ProgressEvent.Started(Stage.PACKING, file));
        // What comes first takes long, and has no bytes to count.
        listener.on(new ProgressEvent.Detail("its files are put together"));
    }

    /** Tells what is going to be read. */
    void expect(Collection<TreeEntry> entries) throws IOException {
        long sum = 0;
        for (TreeEntry entry : entries) {
            if (entry instanceof TreeEntry.Content content) {
                sum += Files.size(content.content());
            }
        }
        total = sum;
    }

    /** The same stream, whose bytes count. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                count(read);
                return read;
            }
        };
    }

    private synchronized void count(int bytes) {
        if (bytes > 0) {
            done += bytes;
            listener.on(new ProgressEvent.Bytes(Stage.PACKING, done, total));
        }
    }

    /** To be called when all of it is where it belongs. */
    void whole() {
        whole = true;
    }

    /** Says how it ended. */
    @Override
    public void close() {
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        listener.on(
                whole
                        ? new ProgressEvent.Finished(Stage.PACKING, file, milliseconds)
                        : new ProgressEvent.Finished(Stage.FAILED, file + " was not made", milliseconds));
    }
}
