package io.github.pythonenv.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.zip.Deflater;

/**
 * Deflates blocks on all cores, and writes them in their order, with what stands between them. The bytes do not depend on
 * how many cores there are: each block is packed for itself, with the end of the one before it as its dictionary. Formats:
 * RFC 1951; a block that others follow ends on a byte by an empty stored block, as zlib's {@code Z_SYNC_FLUSH} makes it.
 */
final class BlockPacker implements Closeable {

    /** The bytes of a block that others follow. */
    static final int BLOCK = 1 << 18;

    private static final int WINDOW = 1 << 15;

    /** More would only take memory: one thread reads what they pack. */
    private static final int MOST_THREADS = 16;

    private final OutputStream out;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int blocks;
    private long position;
    private boolean broken;

    /** What is to be written, in the order of the queue. */
    private sealed interface Piece {}

    private record Plain(Supplier<byte[]> bytes) implements Piece {}

    private record Block(Future<byte[]> packed) implements Piece {}

    /** Closing it closes the stream. */
    BlockPacker(OutputStream out) {
        this(out, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    BlockPacker(OutputStream out, int cores) {
        this.out = out;
        this.ahead = 2 * cores;
        this.threads = Executors.newFixedThreadPool(cores, work -> {
            Thread thread = new Thread(work, "python-env packs");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Adds bytes that stay as they are.
     *
     * @param bytes are asked for when all before them is written
     */
    void plain(Supplier<byte[]> bytes) throws IOException {
        pieces.add(new Plain(bytes));
        writeReady();
    }

    /**
     * Adds a block.
     *
     * @param content belongs to this from now on
     * @param length of what is in it
     * @param before the block before it in the same stream; empty for the first one
     * @param last whether the stream ends with it
     */
    void block(byte[] content, int length, byte[] before, boolean last) throws IOException {
        pieces.add(new Block(threads.submit(() -> deflated(content, length, before, last))));
        blocks++;
        writeReady();
    }

    /** How many bytes are written. */
    long position() {
        return position;
    }

    /** Whether something could not be written, and nothing behind it should be. */
    boolean broken() {
        return broken;
    }

    /** Writes all that was added. */
    void finish() throws IOException {
        while (!pieces.isEmpty()) {
            writeFirst();
        }
    }

    /** Without what is not written yet. */
    @Override
    public void close() throws IOException {
        try (out) {
            threads.shutdownNow();
        }
    }

    private void writeReady() throws IOException {
        while (blocks > ahead || pieces.peek() instanceof Plain) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        // Until it is known to be written.
        broken = true;
        byte[] bytes = bytes(pieces.remove());
        out.write(bytes);
        position += bytes.length;
        broken = false;
    }

    private byte[] bytes(Piece piece) throws IOException {
        if (piece instanceof Plain plain) {
            return plain.bytes.get();
        }
        blocks--;
        try {
            return ((Block) piece).packed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("packing failed", e.getCause());
        }
    }

    private static byte[] deflated(byte[] content, int length, byte[] before, boolean last) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            int window = Math.min(WINDOW, before.length);
            deflater.setDictionary(before, before.length - window, window);
            deflater.setInput(content, 0, length);
            if (last) {
                deflater.finish();
            }
            // What does not get smaller grows by five bytes for each 16 kB, and by the end of the block.
            byte[] bytes = new byte[length + (length >> 10) + 64];
            int done = 0;
            int some;
            do {
                some = deflater.deflate(
                        bytes, done, bytes.length - done, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                done += some;
                if (done == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
            } while (last ? !deflater.finished() : some > 0);
            return Arrays.copyOf(bytes, done);
        } finally {
            deflater.end();
        }
    }
}
