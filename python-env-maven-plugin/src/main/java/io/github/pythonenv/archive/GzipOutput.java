package io.github.pythonenv.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Packs by gzip on all cores. The bytes do not depend on how many there are: what is written is cut into blocks of one
 * size, and each is packed for itself, with the end of the one before it as its dictionary. Readers see one stream.
 * Formats: RFC 1951 and 1952; a block ends on a byte by an empty stored block, as zlib's {@code Z_SYNC_FLUSH} makes it.
 */
public final class GzipOutput extends OutputStream {

    private static final int BLOCK = 1 << 18;
    private static final int WINDOW = 1 << 15;

    /** More would only take memory: one thread reads what they pack. */
    private static final int MOST_THREADS = 16;

    /** Deflated, no name, no time, of an unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Future<byte[]>> packed = new ArrayDeque<>();
    private final CRC32 crc = new CRC32();
    private long size;
    private byte[] block = new byte[BLOCK];
    private int filled;
    private byte[] dictionary = new byte[0];
    private boolean broken;
    private boolean closed;

    /** Closing it closes the stream. */
    public GzipOutput(OutputStream out) throws IOException {
        this(out, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    GzipOutput(OutputStream out, int cores) throws IOException {
        this.out = out;
        this.ahead = 2 * cores;
        out.write(HEADER);
        threads = Executors.newFixedThreadPool(cores, work -> {
            Thread thread = new Thread(work, "python-env packs");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        size += length;
        for (int done = 0; done < length; ) {
            if (filled == BLOCK) {
                pack(false);
            }
            int some = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, offset + done, block, filled, some);
            filled += some;
            done += some;
        }
    }

    /** Ends the stream; after a fault, without an end that would make it look whole. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (!broken) {
                pack(true);
                while (!packed.isEmpty()) {
                    writeFirst();
                }
                out.write(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) crc.getValue())
                        .putInt((int) size)
                        .array());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void pack(boolean last) throws IOException {
        byte[] content = block;
        int length = filled;
        byte[] before = dictionary;
        packed.add(threads.submit(() -> deflated(content, length, before, last)));
        dictionary = Arrays.copyOfRange(content, Math.max(0, length - WINDOW), length);
        block = new byte[BLOCK];
        filled = 0;
        if (packed.size() > ahead) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        // Until it is known to be written.
        broken = true;
        try {
            out.write(packed.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("packing failed", e.getCause());
        }
        broken = false;
    }

    private static byte[] deflated(byte[] content, int length, byte[] dictionary, boolean last) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(dictionary);
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
