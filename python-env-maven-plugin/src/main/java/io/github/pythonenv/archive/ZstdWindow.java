package io.github.pythonenv.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/** The last bytes that came out, which later ones may repeat. Grows with what comes, not with what is announced. */
final class ZstdWindow {
    private static final int SMALLEST = 1 << 20;

    private byte[] bytes = new byte[SMALLEST];
    private int size;
    private int end;
    private int taken;
    private int blockStart;

    /** @param largest the largest distance */
    void startFrame(int largest) {
        size = largest;
        end = 0;
        taken = 0;
    }

    /** Makes room for a block, whose bytes before are all taken. */
    void startBlock() {
        if (end + ZstdInput.LONGEST_BLOCK > bytes.length) {
            int most = size + Math.max(SMALLEST << 2, size / 2);
            if (bytes.length < most) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(most, bytes.length * 2L));
            }
            if (end + ZstdInput.LONGEST_BLOCK > bytes.length) {
                int kept = Math.min(size, end);
                System.arraycopy(bytes, end - kept, bytes, 0, kept);
                end = kept;
            }
        }
        taken = end;
        blockStart = end;
    }

    void append(byte[] from, int start, int length) throws IOException {
        room(length);
        System.arraycopy(from, start, bytes, end, length);
        end += length;
    }

    void fill(byte one, int length) throws IOException {
        room(length);
        Arrays.fill(bytes, end, end + length, one);
        end += length;
    }

    /** Bytes that came before; they may reach into those that are just being written. */
    void repeat(int distance, int length) throws IOException {
        room(length);
        if (distance <= 0 || distance > end || distance > size) {
            throw new ZipException("zstd: bytes from before the beginning");
        }
        if (distance >= length) {
            System.arraycopy(bytes, end - distance, bytes, end, length);
        } else {
            for (int i = end; i < end + length; i++) {
                bytes[i] = bytes[i - distance];
            }
        }
        end += length;
    }

    private void room(int length) throws IOException {
        if (end - blockStart + length > ZstdInput.LONGEST_BLOCK) {
            throw new ZipException("zstd: a block that is too long");
        }
    }

    int available() {
        return end - taken;
    }

    int take(byte[] to, int offset, int most) {
        int length = Math.min(most, available());
        System.arraycopy(bytes, taken, to, offset, length);
        taken += length;
        return length;
    }

    void sum(XxHash64 sum) {
        sum.add(bytes, blockStart, end);
    }

    int blockLength() {
        return end - blockStart;
    }
}
