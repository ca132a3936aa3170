package io.github.pythonenv.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a stream on a thread of its own, some buffers ahead: so unpacking goes on while files are written. */
final class ReadAhead extends InputStream {
    private static final int BUFFERS = 8;
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
    private final Thread thread;
    private Chunk current = new Chunk(new byte[0], 0, null);
    private int position;

    /** Some bytes; length -1 at the end, which may be one by a fault. */
    private static final class Chunk {
        private final byte[] bytes;
        private final int length;
        private final @Nullable Throwable fault;

        Chunk(byte[] bytes, int length, @Nullable Throwable fault) {
            this.bytes = bytes;
            this.length = length;
            this.fault = fault;
        }
    }

    ReadAhead(InputStream in) {
        this.in = in;
        thread = new Thread(this::work, "python-env reads ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            Chunk chunk;
            int made = 0;
            do {
                chunk = next(made++ < BUFFERS ? new byte[BUFFER] : free.take());
                full.put(chunk);
            } while (chunk.length >= 0);
        } catch (InterruptedException e) {
            // Nobody wants more.
        }
    }

    private Chunk next(byte[] buffer) {
        try {
            int length = in.readNBytes(buffer, 0, buffer.length);
            return new Chunk(buffer, length == 0 ? -1 : length, null);
        } catch (IOException | RuntimeException | Error e) {
            return new Chunk(buffer, -1, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !advance()) {
            return -1;
        }
        if (current.length < 0) {
            return -1;
        }
        int some = Math.min(length, current.length - position);
        System.arraycopy(current.bytes, position, buffer, offset, some);
        position += some;
        return some;
    }

    /** False at the end. */
    private boolean advance() throws IOException {
        if (current.bytes.length > 0) {
            free.add(current.bytes);
        }
        try {
            current = full.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
        position = 0;
        if (current.fault instanceof IOException e) {
            throw e;
        }
        if (current.fault instanceof RuntimeException e) {
            throw e;
        }
        if (current.fault instanceof Error e) {
            throw e;
        }
        return current.length >= 0;
    }

    /** Returns when nobody reads from the stream any more. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
