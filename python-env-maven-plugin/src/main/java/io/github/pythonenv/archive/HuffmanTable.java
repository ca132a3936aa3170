package io.github.pythonenv.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/** The code of a block's literals (RFC 8878, section 4.2). */
final class HuffmanTable {
    private static final int LONGEST = 11;
    private static final int WEIGHTS_LOG = 6;
    private static final int MOST = 256;

    private final int log;
    private final byte[] symbols;
    private final byte[] lengths;

    private HuffmanTable(int log) {
        this.log = log;
        this.symbols = new byte[1 << log];
        this.lengths = new byte[1 << log];
    }

    /** A table and where what follows it begins. */
    record Read(HuffmanTable table, int end) {}

    /**
     * Reads the description of a table.
     *
     * @throws IOException if it makes no sense
     */
    static Read read(byte[] bytes, int from, int to) throws IOException {
        int head = bytes[from] & 0xFF;
        int count = head - 127;
        int end = head < 128 ? from + 1 + head : from + 1 + (count + 1) / 2;
        if (end > to) {
            throw broken();
        }
        if (head < 128) {
            return new Read(of(packed(bytes, from + 1, end)), end);
        }
        int[] weights = new int[count];
        for (int i = 0; i < count; i++) {
            weights[i] = bytes[from + 1 + i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
        }
        return new Read(of(weights), end);
    }

    /** Weights that two states of one table give in turns. */
    private static int[] packed(byte[] bytes, int from, int to) throws IOException {
        FseTable.Read read = FseTable.read(bytes, from, to, WEIGHTS_LOG, LONGEST + 2);
        FseTable table = read.table();
        ZstdBits in = new ZstdBits(bytes, read.end(), to);
        int[] states = {table.start(in), table.start(in)};
        int[] weights = new int[MOST];
        int count = 0;
        for (int turn = 0; ; turn ^= 1) {
            if (count + 1 >= MOST || in.left() < 0) {
                throw broken();
            }
            weights[count++] = table.symbol(states[turn]);
            states[turn] = table.next(states[turn], in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(states[turn ^ 1]);
                return Arrays.copyOf(weights, count);
            }
        }
    }

    /** @param given all but the last one's, which makes the sum a power of two */
    private static HuffmanTable of(int[] given) throws IOException {
        int sum = 0;
        for (int weight : given) {
            sum += weight > 0 ? 1 << (weight - 1) : 0;
        }
        int log = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << log) - sum;
        if (given.length >= MOST || sum == 0 || log > LONGEST || Integer.bitCount(rest) != 1) {
            throw broken();
        }
        int[] weights = Arrays.copyOf(given, given.length + 1);
        weights[given.length] = Integer.numberOfTrailingZeros(rest) + 1;
        HuffmanTable table = new HuffmanTable(log);
        int at = 0;
        for (int weight = 1; weight <= log; weight++) {
            for (int symbol = 0; symbol < weights.length; symbol++) {
                if (weights[symbol] == weight) {
                    int end = at + (1 << (weight - 1));
                    Arrays.fill(table.symbols, at, end, (byte) symbol);
                    Arrays.fill(table.lengths, at, end, (byte) (log + 1 - weight));
                    at = end;
                }
            }
        }
        return table;
    }

    /**
     * Decodes one stream.
     *
     * @throws IOException if it does not hold exactly so many
     */
    void decode(byte[] bytes, int from, int to, byte[] out, int start, int count) throws IOException {
        ZstdBits in = new ZstdBits(bytes, from, to);
        for (int i = start; i < start + count; i++) {
            if (in.left() <= 0) {
                throw broken();
            }
            int code = in.peek(log);
            out[i] = symbols[code];
            in.pass(lengths[code]);
        }
        if (in.left() != 0) {
            throw broken();
        }
    }

    private static IOException broken() {
        return new ZipException("zstd: literals that make no sense");
    }
}
