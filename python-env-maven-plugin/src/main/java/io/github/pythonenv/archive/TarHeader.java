package io.github.pythonenv.archive;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The 512 bytes before an entry of a tar archive. Formats: POSIX.1-2017, pax, "ustar Interchange Format", and the GNU tar
 * manual, "Basic Tar Format".
 */
final class TarHeader {
    static final int SIZE = 512;

    private static final int NAME = 100;
    private static final int MODE_AT = 100;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int LINK_AT = 157;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    private final byte[] block;

    /** @param block the bytes; fewer are none */
    TarHeader(byte[] block) {
        this.block = block;
    }

    /** Whether these bytes are one: the sum of all bytes stands in it. */
    boolean isOne() {
        if (block.length != SIZE) {
            return false;
        }
        long sum = 0;
        for (int at = 0; at < SIZE; at++) {
            sum += at >= CHECKSUM_AT && at < CHECKSUM_AT + 8 ? ' ' : block[at] & 0xFF;
        }
        OptionalLong written = octal(CHECKSUM_AT, 8);
        return written.isPresent() && written.getAsLong() == sum;
    }

    /** Zeros stand at the end of an archive. */
    boolean isZero() {
        for (byte one : block) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    char type() {
        return (char) (block[TYPE_AT] & 0xFF);
    }

    byte[] name() {
        byte[] name = text(0, NAME);
        // GNU's own format has times where POSIX has the beginning of long names.
        byte[] prefix = isPosix() ? text(PREFIX_AT, PREFIX) : new byte[0];
        if (prefix.length == 0) {
            return name;
        }
        byte[] whole = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        whole[prefix.length] = '/';
        System.arraycopy(name, 0, whole, prefix.length + 1, name.length);
        return whole;
    }

    byte[] target() {
        return text(LINK_AT, NAME);
    }

    /** The permissions; nothing where they cannot be read. */
    OptionalLong mode() {
        return number(MODE_AT, 8);
    }

    /** The size; nothing where it cannot be read. */
    OptionalLong size() {
        return number(SIZE_AT, 12);
    }

    private boolean isPosix() {
        return block[MAGIC_AT] == 'u' && block[MAGIC_AT + 5] == 0;
    }

    private byte[] text(int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, at, end);
    }

    private OptionalLong number(int at, int length) {
        return (block[at] & 0x80) == 0 ? octal(at, length) : binary(at, length);
    }

    /** Digits between blanks and zero bytes; none for zero. */
    private OptionalLong octal(int at, int length) {
        long value = 0;
        int next = at;
        while (next < at + length && block[next] == ' ') {
            next++;
        }
        for (; next < at + length && block[next] != ' ' && block[next] != 0; next++) {
            int digit = block[next] - '0';
            if (digit < 0 || digit > 7) {
                return OptionalLong.empty();
            }
            value = value << 3 | digit;
        }
        return OptionalLong.of(value);
    }

    /** GNU's way to write what does not fit: its first bit is set; the second one for numbers below zero. */
    private OptionalLong binary(int at, int length) {
        long value = block[at] & 0x7F;
        for (int next = at + 1; next < at + length; next++) {
            if (value > Long.MAX_VALUE >> 8) {
                return OptionalLong.empty();
            }
            value = value << 8 | (block[next] & 0xFF);
        }
        return OptionalLong.of(value);
    }
}
