package io.github.pythonenv.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** The header that stands before an entry's packed bytes. Its own copies of sizes and names are not believed. */
final class LocalHeader {
    static final int SIZE = 30;
    static final int SIGNATURE = 0x04034b50;

    private LocalHeader() {}

    /** How long the header is with its name and its extra field, or nothing if these bytes are no header. */
    static OptionalInt length(ByteBuffer header) {
        ByteBuffer bytes = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int start = bytes.position();
        if (bytes.remaining() < SIZE || bytes.getInt(start) != SIGNATURE) {
            return OptionalInt.empty();
        }
        int name = Short.toUnsignedInt(bytes.getShort(start + 26));
        int extra = Short.toUnsignedInt(bytes.getShort(start + 28));
        return OptionalInt.of(SIZE + name + extra);
    }
}
