package io.github.pythonenv.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The bytes of a block that stand for themselves (RFC 8878, section 3.1.1.3.1). */
final class ZstdLiterals {
    private static final int RAW = 0;
    private static final int ONE_BYTE = 1;
    private static final int PACKED = 2;

    final byte[] bytes = new byte[ZstdInput.LONGEST_BLOCK];
    int length;

    private @Nullable HuffmanTable table;

    void startFrame() {
        table = null;
    }

    /** Reads them from a block; where what follows them begins. */
    int read(byte[] block, int from, int to) throws IOException {
        int kind = block[from] & 3;
        int format = block[from] >> 2 & 3;
        return kind <= ONE_BYTE ? readPlain(block, from, to, kind, format) : readPacked(block, from, to, kind, format);
    }

    private int readPlain(byte[] block, int from, int to, int kind, int format) throws IOException {
        int head = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
        length = (int) (little(block, from, head) >> (head == 1 ? 3 : 4));
        int start = from + head;
        int end = start + (kind == RAW ? length : 1);
        if (length > bytes.length || end > to) {
            throw broken();
        }
        if (kind == RAW) {
            System.arraycopy(block, start, bytes, 0, length);
        } else {
            Arrays.fill(bytes, 0, length, block[start]);
        }
        return end;
    }

    private int readPacked(byte[] block, int from, int to, int kind, int format) throws IOException {
        int head = format < 2 ? 3 : format + 2;
        int bits = head == 3 ? 10 : head == 4 ? 14 : 18;
        long sizes = little(block, from, head) >> 4;
        length = (int) (sizes & (1 << bits) - 1);
        int start = from + head;
        int end = start + (int) (sizes >> bits);
        if (length > bytes.length || end > to) {
            throw broken();
        }
        if (kind == PACKED) {
            HuffmanTable.Read read = HuffmanTable.read(block, start, end);
            table = read.table();
            start = read.end();
        }
        HuffmanTable code = table;
        if (code == null) {
            throw broken();
        }
        if (format == 0) {
            code.decode(block, start, end, bytes, 0, length);
        } else {
            decodeFour(code, block, start, end);
        }
        return end;
    }

    /** Four streams, of which three say how long they are. */
    private void decodeFour(HuffmanTable code, byte[] block, int from, int to) throws IOException {
        int each = (length + 3) / 4;
        int start = from + 6;
        if (start > to || length < 3 * each) {
            throw broken();
        }
        for (int stream = 0; stream < 4; stream++) {
            boolean last = stream == 3;
            int end = last ? to : start + (int) little(block, from + 2 * stream, 2);
            if (end > to) {
                throw broken();
            }
            code.decode(block, start, end, bytes, stream * each, last ? length - 3 * each : each);
            start = end;
        }
    }

    private static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[at + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    private static IOException broken() {
        return new ZipException("zstd: literals that make no sense");
    }
}
