package io.github.pythonenv.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks zstd (RFC 8878), without dictionaries. Our own, because each library prints four lines of warnings into builds
 * on JDK 24 and later, and is to stop working on one after: aircompressor 2.0 and 3.3 for sun.misc.Unsafe, zstd-jni for
 * native code (tried on JDK 25). Arrays guard themselves here: what leads out of one is damage.
 */
final class ZstdInput extends InputStream {
    static final int LONGEST_BLOCK = 1 << 17;

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPED_MAGIC = 0x184D2A50;
    /** As {@code zstd -d} has it: what {@code --ultra -22} needs. */
    private static final long LARGEST_WINDOW = 1 << 27;

    private final InputStream in;
    private final byte[] block = new byte[LONGEST_BLOCK + 2 * ZstdBits.MARGIN];
    private final ZstdWindow window = new ZstdWindow();
    private final ZstdLiterals literals = new ZstdLiterals();
    private final ZstdSequences sequences = new ZstdSequences();
    private @Nullable XxHash64 sum;
    private boolean inFrame;
    private boolean atEnd;
    private boolean sized;
    private long left;

    ZstdInput(InputStream in) {
        this.in = in;
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
        while (window.available() == 0) {
            if (atEnd) {
                return -1;
            }
            try {
                advance();
            } catch (IndexOutOfBoundsException e) {
                throw new ZipException("zstd: a block that makes no sense");
            }
        }
        return window.take(buffer, offset, length);
    }

    private void advance() throws IOException {
        if (inFrame) {
            readBlock();
            return;
        }
        int first = in.read();
        if (first < 0) {
            atEnd = true;
            return;
        }
        int magic = (int) (first | little(3) << 8);
        if (magic == MAGIC) {
            startFrame();
        } else if ((magic & ~15) == SKIPPED_MAGIC) {
            in.skipNBytes(little(4));
        } else {
            throw new ZipException("zstd: something follows that is no frame");
        }
    }

    private void startFrame() throws IOException {
        int descriptor = (int) little(1);
        boolean single = (descriptor & 0x20) != 0;
        int sizeFlag = descriptor >> 6;
        if ((descriptor & 8) != 0) {
            throw new ZipException("zstd: a frame of a kind that is not known");
        }
        long size = 0;
        if (!single) {
            int written = (int) little(1);
            long base = 1L << (10 + (written >> 3));
            size = base + base / 8 * (written & 7);
        }
        int dictionary = (descriptor & 3) == 3 ? 4 : descriptor & 3;
        if (little(dictionary) != 0) {
            throw new ZipException("zstd: a dictionary is needed");
        }
        sized = sizeFlag > 0 || single;
        if (sized) {
            left = little(1 << sizeFlag) + (sizeFlag == 1 ? 256 : 0);
            if (left < 0) {
                throw new ZipException("zstd: a size that cannot be");
            }
        }
        size = single ? left : size;
        if (size > LARGEST_WINDOW) {
            throw new ZipException("zstd: " + (size >> 20) + " MiB of memory would be needed");
        }
        window.startFrame((int) size);
        literals.startFrame();
        sequences.startFrame();
        sum = (descriptor & 4) != 0 ? new XxHash64() : null;
        inFrame = true;
    }

    private void readBlock() throws IOException {
        int head = (int) little(3);
        int size = head >> 3;
        int kind = head >> 1 & 3;
        if (size > LONGEST_BLOCK || kind == 3) {
            throw new ZipException("zstd: a block that makes no sense");
        }
        window.startBlock();
        int length = kind == 1 ? 1 : size;
        if (in.readNBytes(block, ZstdBits.MARGIN, length) < length) {
            throw new EOFException("zstd: cut off");
        }
        switch (kind) {
            case 0 -> window.append(block, ZstdBits.MARGIN, size);
            case 1 -> window.fill(block[ZstdBits.MARGIN], size);
            default -> {
                int end = ZstdBits.MARGIN + size;
                int next = literals.read(block, ZstdBits.MARGIN, end);
                sequences.run(block, next, end, literals, window);
            }
        }
        if (sum != null) {
            window.sum(sum);
        }
        left -= window.blockLength();
        if ((head & 1) != 0) {
            endFrame();
        }
    }

    private void endFrame() throws IOException {
        inFrame = false;
        if (sized && left != 0) {
            throw new ZipException("zstd: another size than promised");
        }
        if (sum != null && (int) little(4) != sum.value()) {
            throw new ZipException("zstd: another checksum than promised");
        }
    }

    private long little(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("zstd: cut off");
            }
            value |= (long) next << (8 * i);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
