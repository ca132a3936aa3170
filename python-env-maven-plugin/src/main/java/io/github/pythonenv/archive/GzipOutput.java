package io.github.pythonenv.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Packs by gzip on all cores. The bytes do not depend on how many there are: what is written is cut into blocks of one
 * size, which readers see as one stream. Format: RFC 1952.
 */
public final class GzipOutput extends OutputStream {

    /** Deflated, no name, no time, of an unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final BlockPacker packer;
    private final CRC32 crc = new CRC32();
    private long size;
    private byte[] before = new byte[0];
    private byte[] block = new byte[BlockPacker.BLOCK];
    private int filled;
    private boolean closed;

    /** Closing it closes the stream. */
    public GzipOutput(OutputStream out) throws IOException {
        this(new BlockPacker(out));
    }

    GzipOutput(BlockPacker packer) throws IOException {
        this.packer = packer;
        packer.plain(HEADER::clone);
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
            if (filled == block.length) {
                packer.block(block, filled, before, false);
                before = block;
                block = new byte[BlockPacker.BLOCK];
                filled = 0;
            }
            int some = Math.min(length - done, block.length - filled);
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
        try (packer) {
            if (!packer.broken()) {
                packer.block(block, filled, before, true);
                packer.plain(() -> ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) crc.getValue())
                        .putInt((int) size)
                        .array());
                packer.finish();
            }
        }
    }
}
