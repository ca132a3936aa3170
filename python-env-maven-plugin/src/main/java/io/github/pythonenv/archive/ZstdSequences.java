package io.github.pythonenv.archive;

import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Which literals to copy, and which earlier bytes (RFC 8878, sections 3.1.1.3.2 to 3.1.1.5). */
final class ZstdSequences {
    private static final int[] LITERALS_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512,
        1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LITERALS_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final FseTable LITERALS_USUAL = FseTable.of(
            6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1,
            -1, -1);
    private static final FseTable MATCH_USUAL = FseTable.of(
            6, 1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1);
    private static final FseTable OFFSET_USUAL =
            FseTable.of(5, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1);
    private static final int OFFSETS = 32;
    private static final int USUAL = 0;
    private static final int ONE_SYMBOL = 1;
    private static final int DESCRIBED = 2;

    private final int[] earlier = new int[3];
    private @Nullable FseTable literals;
    private @Nullable FseTable offsets;
    private @Nullable FseTable matches;
    private int at;

    void startFrame() {
        earlier[0] = 1;
        earlier[1] = 4;
        earlier[2] = 8;
        literals = null;
        offsets = null;
        matches = null;
    }

    /** Reads what is left of a block and does what it says. */
    void run(byte[] block, int from, int to, ZstdLiterals text, ZstdWindow window) throws IOException {
        at = from;
        int count = count(block, to);
        if (count == 0) {
            if (at != to) {
                throw broken();
            }
            window.append(text.bytes, 0, text.length);
            return;
        }
        int modes = block[at++] & 0xFF;
        if ((modes & 3) != 0 || at > to) {
            throw broken();
        }
        FseTable ofLiterals = table(block, to, modes >> 6, literals, LITERALS_USUAL, 9, LITERALS_BASE.length);
        FseTable ofOffsets = table(block, to, modes >> 4 & 3, offsets, OFFSET_USUAL, 8, OFFSETS);
        FseTable ofMatches = table(block, to, modes >> 2 & 3, matches, MATCH_USUAL, 9, MATCH_BASE.length);
        literals = ofLiterals;
        offsets = ofOffsets;
        matches = ofMatches;
        ZstdBits in = new ZstdBits(block, at, to);
        int literalState = ofLiterals.start(in);
        int offsetState = ofOffsets.start(in);
        int matchState = ofMatches.start(in);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = ofOffsets.symbol(offsetState);
            int matchCode = ofMatches.symbol(matchState);
            int literalCode = ofLiterals.symbol(literalState);
            long offset = (1L << offsetCode) + (in.read(offsetCode) & 0xFFFFFFFFL);
            int match = MATCH_BASE[matchCode] + in.read(MATCH_BITS[matchCode]);
            int length = LITERALS_BASE[literalCode] + in.read(LITERALS_BITS[literalCode]);
            if (i + 1 < count) {
                literalState = ofLiterals.next(literalState, in);
                matchState = ofMatches.next(matchState, in);
                offsetState = ofOffsets.next(offsetState, in);
            }
            if (in.left() < 0 || length > text.length - used) {
                throw broken();
            }
            window.append(text.bytes, used, length);
            used += length;
            window.repeat(distance(offset, length), match);
        }
        if (in.left() != 0) {
            throw broken();
        }
        window.append(text.bytes, used, text.length - used);
    }

    private int count(byte[] block, int to) throws IOException {
        int first = block[at++] & 0xFF;
        int count = first;
        if (first == 255) {
            count = (block[at] & 0xFF) + ((block[at + 1] & 0xFF) << 8) + 0x7F00;
            at += 2;
        } else if (first >= 128) {
            count = ((first - 128) << 8) + (block[at++] & 0xFF);
        }
        if (at > to) {
            throw broken();
        }
        return count;
    }

    private FseTable table(
            byte[] block, int to, int mode, @Nullable FseTable before, FseTable usual, int longest, int symbols)
            throws IOException {
        if (mode == USUAL) {
            return usual;
        }
        if (mode == ONE_SYMBOL) {
            int symbol = block[at++] & 0xFF;
            if (symbol >= symbols || at > to) {
                throw broken();
            }
            return FseTable.of(symbol);
        }
        if (mode == DESCRIBED) {
            FseTable.Read read = FseTable.read(block, at, to, longest, symbols);
            at = read.end();
            return read.table();
        }
        if (before == null) {
            throw broken();
        }
        return before;
    }

    /** Small values stand for the last three distances, shifted by one where no literal comes before. */
    private int distance(long value, int literalsBefore) throws IOException {
        int distance;
        if (value > 3) {
            if (value - 3 > Integer.MAX_VALUE) {
                throw broken();
            }
            distance = (int) (value - 3);
            earlier[2] = earlier[1];
            earlier[1] = earlier[0];
        } else {
            int which = (int) value - (literalsBefore == 0 ? 0 : 1);
            distance = which == 3 ? earlier[0] - 1 : earlier[which];
            if (which > 1) {
                earlier[2] = earlier[1];
            }
            if (which > 0) {
                earlier[1] = earlier[0];
            }
        }
        earlier[0] = distance;
        return distance;
    }

    private static IOException broken() {
        return new ZipException("zstd: sequences that make no sense");
    }
}
