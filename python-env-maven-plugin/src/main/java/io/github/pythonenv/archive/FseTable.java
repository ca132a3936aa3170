package io.github.pythonenv.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/** The states of a finite state entropy decoder (RFC 8878, section 4.1). */
final class FseTable {
    private final int log;
    private final byte[] symbols;
    private final byte[] bits;
    private final short[] bases;

    private FseTable(int log) {
        this.log = log;
        this.symbols = new byte[1 << log];
        this.bits = new byte[1 << log];
        this.bases = new short[1 << log];
    }

    /** Of one symbol only, which takes no bits. */
    static FseTable of(int symbol) {
        FseTable table = new FseTable(0);
        table.symbols[0] = (byte) symbol;
        return table;
    }

    /** @param shares how many of the states each symbol has; -1 for one that has a state at the end */
    static FseTable of(int log, int... shares) {
        FseTable table = new FseTable(log);
        int size = 1 << log;
        int high = size;
        int[] next = new int[shares.length];
        for (int symbol = 0; symbol < shares.length; symbol++) {
            next[symbol] = shares[symbol] < 0 ? 1 : shares[symbol];
            if (shares[symbol] < 0) {
                table.symbols[--high] = (byte) symbol;
            }
        }
        int at = 0;
        for (int symbol = 0; symbol < shares.length; symbol++) {
            for (int i = 0; i < shares[symbol]; i++) {
                table.symbols[at] = (byte) symbol;
                do {
                    at = (at + (size >> 1) + (size >> 3) + 3) & (size - 1);
                } while (at >= high);
            }
        }
        for (int state = 0; state < size; state++) {
            int order = next[table.symbols[state]]++;
            int count = log - 31 + Integer.numberOfLeadingZeros(order);
            table.bits[state] = (byte) count;
            table.bases[state] = (short) ((order << count) - size);
        }
        return table;
    }

    /** A table and where what follows it begins. */
    record Read(FseTable table, int end) {}

    /**
     * Reads the description of a table.
     *
     * @throws IOException if it makes no sense
     */
    static Read read(byte[] bytes, int from, int to, int longest, int symbols) throws IOException {
        ForwardBits in = new ForwardBits(bytes, from);
        int log = in.read(4) + 5;
        if (log > longest) {
            throw broken();
        }
        int[] shares = new int[symbols];
        int symbol = 0;
        for (int left = 1 << log; left > 0; ) {
            if (symbol >= symbols || in.end() > to) {
                throw broken();
            }
            int share = in.readShare(left);
            left -= Math.abs(share);
            shares[symbol++] = share;
            if (share == 0) {
                int more;
                do {
                    more = in.read(2);
                    symbol += more;
                } while (more == 3 && symbol < symbols);
            }
            if (left < 0) {
                throw broken();
            }
        }
        if (symbol > symbols || in.end() > to) {
            throw broken();
        }
        return new Read(of(log, Arrays.copyOf(shares, symbol)), in.end());
    }

    private static IOException broken() {
        return new ZipException("zstd: a table that makes no sense");
    }

    int start(ZstdBits in) {
        return in.read(log);
    }

    int symbol(int state) {
        return symbols[state] & 0xFF;
    }

    int next(int state, ZstdBits in) {
        return bases[state] + in.read(bits[state]);
    }

    /** Bits from the beginning to the end, the lowest of a byte first. */
    private static final class ForwardBits {
        private final byte[] bytes;
        private long at;

        ForwardBits(byte[] bytes, int from) {
            this.bytes = bytes;
            this.at = from * 8L;
        }

        int read(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                value |= (bytes[(int) (at >> 3)] >> (at & 7) & 1) << i;
            }
            return value;
        }

        /** A number of at most {@code left} states, in a bit less where few numbers are possible. */
        int readShare(int left) {
            int count = 32 - Integer.numberOfLeadingZeros(left + 1);
            int value = read(count);
            int low = value & (1 << (count - 1)) - 1;
            int spare = (1 << count) - 2 - left;
            if (low < spare) {
                at--;
                value = low;
            } else if (value >= 1 << (count - 1)) {
                value -= spare;
            }
            return value - 1;
        }

        /** The byte after the last one that was begun. */
        int end() {
            return (int) ((at + 7) >> 3);
        }
    }
}
