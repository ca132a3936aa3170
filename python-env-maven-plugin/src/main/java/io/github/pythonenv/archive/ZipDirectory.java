package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the central directory of a zip file. {@link java.util.zip.ZipFile} reads it too, but keeps the Unix modes to
 * itself, lets one thread read at a time, and accepts overlapping entries. Format: APPNOTE.TXT 6.3.10, sections 4.3 and
 * 4.5.3. Strict: one disk, nothing before the first entry, nothing after the end record but its comment.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int RECORD = 0x02014b50;
    private static final int RECORD_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int MADE_ON_UNIX = 3;
    private static final int MADE_ON_MACOS = 19;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    private final Path archive;
    private final FileChannel channel;
    private final Limits limits;

    private ZipDirectory(Path archive, FileChannel channel, Limits limits) {
        this.archive = archive;
        this.channel = channel;
        this.limits = limits;
    }

    /** All entries, in the order of the directory. */
    static List<ZipRecord> read(Path archive, FileChannel channel, Limits limits) throws IOException {
        return new ZipDirectory(archive, channel, limits).records();
    }

    private List<ZipRecord> records() throws IOException {
        End end = findEnd();
        if (end.entries > limits.entries()) {
            throw ArchiveFailures.tooMuch(archive, "it has " + end.entries + " entries");
        }
        if (end.offset < 0 || end.size < 0 || end.offset + end.size != end.position || end.size > Integer.MAX_VALUE) {
            throw ArchiveFailures.damaged(archive, "its directory is not where its end says");
        }
        ByteBuffer directory = bytes(end.offset, (int) end.size);
        List<ZipRecord> records = new ArrayList<>();
        while (directory.hasRemaining()) {
            records.add(next(directory));
        }
        if (records.size() != end.entries) {
            throw ArchiveFailures.damaged(
                    archive, "its directory has " + records.size() + " entries, its end says " + end.entries);
        }
        return records;
    }

    private ZipRecord next(ByteBuffer directory) {
        int start = directory.position();
        if (directory.remaining() < RECORD_SIZE || directory.getInt(start) != RECORD) {
            throw ArchiveFailures.damaged(archive, "its directory is cut off or overwritten");
        }
        int nameLength = unsignedShort(directory, start + 28);
        int extraLength = unsignedShort(directory, start + 30);
        int commentLength = unsignedShort(directory, start + 32);
        int length = RECORD_SIZE + nameLength + extraLength + commentLength;
        if (directory.remaining() < length) {
            throw ArchiveFailures.damaged(archive, "its directory is cut off");
        }
        directory.position(start + length);
        String name = name(directory.slice(start + RECORD_SIZE, nameLength));
        if ((unsignedShort(directory, start + 8) & ENCRYPTED) != 0) {
            throw ArchiveFailures.refused(archive, name, "is encrypted");
        }
        int method = unsignedShort(directory, start + 10);
        if (method != ZipRecord.STORED && method != ZipRecord.DEFLATED) {
            throw ArchiveFailures.refused(archive, name, "is packed by method " + method + ", which we do not know");
        }
        Wide wide = new Wide(directory.slice(start + RECORD_SIZE + nameLength, extraLength));
        long size = wide.value(unsignedInt(directory, start + 24));
        long packed = wide.value(unsignedInt(directory, start + 20));
        long offset = wide.value(unsignedInt(directory, start + 42));
        if (size < 0 || packed < 0 || offset < 0) {
            throw ArchiveFailures.damaged(archive, "the size of '" + name + "' cannot be read");
        }
        int madeOn = directory.get(start + 5);
        int mode = madeOn == MADE_ON_UNIX || madeOn == MADE_ON_MACOS ? unsignedShort(directory, start + 40) : 0;
        return new ZipRecord(name, method, unsignedInt(directory, start + 16), packed, size, offset, mode);
    }

    /** UTF-8 whether marked so or not: every tool of this century writes it, and ASCII is the same in all. */
    private String name(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            String readable = StandardCharsets.ISO_8859_1.decode(bytes.rewind()).toString();
            throw ArchiveFailures.refused(archive, readable, "has a name that is not UTF-8");
        }
    }

    /** Where the directory lies and where it has to end. */
    private record End(long position, long entries, long size, long offset) {}

    private End findEnd() throws IOException {
        long fileSize = channel.size();
        int length = (int) Math.min(fileSize, END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = bytes(fileSize - length, length);
        for (int at = length - END_SIZE; at >= 0; at--) {
            // The comment has to reach the end of the file, or else these four bytes are part of something else.
            if (tail.getInt(at) == END && at + END_SIZE + unsignedShort(tail, at + 20) == length) {
                return end(tail, at, fileSize - length + at);
            }
        }
        throw ArchiveFailures.damaged(archive, "it has no end (an interrupted download, or no zip file)");
    }

    private End end(ByteBuffer tail, int at, long position) throws IOException {
        int entries = unsignedShort(tail, at + 10);
        long size = unsignedInt(tail, at + 12);
        long offset = unsignedInt(tail, at + 16);
        if (unsignedShort(tail, at + 4) != 0 && unsignedShort(tail, at + 4) != 0xFFFF) {
            throw ArchiveFailures.damaged(archive, "it is one part of several");
        }
        if (entries != 0xFFFF && size != IN_EXTRA && offset != IN_EXTRA) {
            return new End(position, entries, size, offset);
        }
        return zip64End(position, new End(position, entries, size, offset));
    }

    private End zip64End(long endPosition, End small) throws IOException {
        long locatorAt = endPosition - ZIP64_LOCATOR_SIZE;
        if (locatorAt < 0) {
            return small;
        }
        ByteBuffer locator = bytes(locatorAt, ZIP64_LOCATOR_SIZE);
        if (locator.getInt(0) != ZIP64_LOCATOR) {
            return small; // exactly 65,535 entries are no sign of zip64 by themselves
        }
        long at = locator.getLong(8);
        if (at < 0 || at != locatorAt - ZIP64_END_SIZE) {
            throw ArchiveFailures.damaged(archive, "its zip64 end is not where its locator says");
        }
        ByteBuffer end = bytes(at, ZIP64_END_SIZE);
        if (end.getInt(0) != ZIP64_END) {
            throw ArchiveFailures.damaged(archive, "its zip64 end is overwritten");
        }
        return new End(at, end.getLong(32), end.getLong(40), end.getLong(48));
    }

    /** The 64-bit values of an entry, in the order size, packed, offset; only those that did not fit into 32. */
    private static final class Wide {
        private final ByteBuffer values;

        Wide(ByteBuffer extra) {
            values = find(extra.order(ByteOrder.LITTLE_ENDIAN)).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static ByteBuffer find(ByteBuffer extra) {
            int at = 0;
            while (at + 4 <= extra.limit()) {
                int length = Math.min(unsignedShort(extra, at + 2), extra.limit() - at - 4);
                if (unsignedShort(extra, at) == ZIP64_EXTRA) {
                    return extra.slice(at + 4, length);
                }
                at += 4 + length;
            }
            return extra.slice(0, 0);
        }

        /** The value itself, or the next wide one; -1 where that is missing. */
        long value(long narrow) {
            if (narrow != IN_EXTRA) {
                return narrow;
            }
            return values.remaining() < Long.BYTES ? -1 : values.getLong();
        }
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw ArchiveFailures.damaged(archive, "it is cut off");
            }
        }
        return buffer.flip();
    }

    private static int unsignedShort(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static long unsignedInt(ByteBuffer buffer, int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }
}
