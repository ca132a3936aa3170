package io.github.pythonenv.archive;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/**
 * Bits that are read from their end to their beginning (RFC 8878, section 4.1). Reads eight bytes at once: the array has
 * as many before and behind every stream.
 */
final class ZstdBits {
    static final int MARGIN = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final long begin;
    private long end;

    /** @throws IOException if the last byte does not have the bit that marks the end */
    ZstdBits(byte[] bytes, int from, int to) throws IOException {
        if (to <= from || bytes[to - 1] == 0) {
            throw new ZipException("zstd: a stream of bits without an end");
        }
        this.bytes = bytes;
        this.begin = from * 8L;
        int last = bytes[to - 1] & 0xFF;
        this.end = to * 8L - Integer.numberOfLeadingZeros(last) + 23; // without the mark itself
    }

    /** The next bits, which stay; those before the beginning of the stream are anything. At most 32. */
    int peek(int count) {
        long at = end - count;
        return (int) ((long) LONG.get(bytes, (int) (at >> 3)) >>> (at & 7) & (1L << count) - 1);
    }

    void pass(int count) {
        end -= count;
    }

    int read(int count) {
        int value = peek(count);
        end -= count;
        return value;
    }

    /** How many are left; less than nothing where too many were read. */
    long left() {
        return end - begin;
    }
}
