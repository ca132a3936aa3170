package io.github.pythonenv.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;

/**
 * Writes a zip archive with Unix modes and links, which the JDK's writer cannot say. Formats: APPNOTE.TXT of PKWARE, 6.3.10,
 * sections 4.3 to 4.5; the upper half of "external file attributes" is {@code st_mode}, as Info-ZIP has it.
 */
final class ZipWriter implements TreeWriter {
    private static final long FULL = 0xFFFFFFFFL;
    private static final int UTF_8 = 1 << 11;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int ZIP64 = 45;
    private static final int UNIX = 3 << 8;

    private final BlockPacker packer;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long entries;

    ZipWriter(BlockPacker packer) {
        this.packer = packer;
    }

    /** What is said of an entry twice. */
    private record Entry(String name, int flags, int method, int time, int mode) {}

    /** Where an entry begins, known when all before it is written. */
    private static final class Place {
        private long offset;
    }

    @Override
    public void folder(String name, int permissions, long seconds) throws IOException {
        stored(name, new byte[0], 0040000 | permissions, seconds);
    }

    @Override
    public void link(String name, String target, long seconds) throws IOException {
        stored(name, target.getBytes(StandardCharsets.UTF_8), 0120777, seconds);
    }

    private void stored(String name, byte[] content, int mode, long seconds) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        Entry entry = new Entry(name, UTF_8, ZipRecord.STORED, dosTime(seconds), mode);
        packer.plain(() -> {
            list(entry, packer.position(), crc.getValue(), content.length, content.length);
            byte[] header = header(entry, crc.getValue(), content.length, false);
            return ByteBuffer.allocate(header.length + content.length)
                    .put(header)
                    .put(content)
                    .array();
        });
    }

    @Override
    public void file(String name, int permissions, long seconds, long size, InputStream in) throws IOException {
        Entry entry =
                new Entry(name, UTF_8 | SIZES_FOLLOW, ZipRecord.DEFLATED, dosTime(seconds), 0100000 | permissions);
        // Nearly that size, and what does not get smaller grows a little when it is packed.
        boolean large = size > FULL - (FULL >> 8);
        byte[] header = header(entry, 0, 0, large);
        Place place = new Place();
        packer.plain(() -> {
            place.offset = packer.position();
            return header;
        });
        CRC32 crc = new CRC32();
        byte[] before = {};
        long left = size;
        do {
            byte[] block = in.readNBytes((int) Math.min(left, BlockPacker.BLOCK));
            left -= block.length;
            if (block.length < BlockPacker.BLOCK && left > 0) {
                throw new EOFException(name + " became shorter while it was read");
            }
            crc.update(block);
            packer.block(block, block.length, before, left == 0);
            before = block;
        } while (left > 0);
        packer.plain(() -> {
            long packedSize = packer.position() - place.offset - header.length;
            list(entry, place.offset, crc.getValue(), packedSize, size);
            ByteBuffer sizes = buffer(24).putInt(0x08074b50).putInt((int) crc.getValue());
            return written(
                    large
                            ? sizes.putLong(packedSize).putLong(size)
                            : sizes.putInt((int) packedSize).putInt((int) size));
        });
    }

    private static byte[] header(Entry entry, long crc, int size, boolean large) {
        byte[] name = bytes(entry.name);
        ByteBuffer header = buffer(30 + name.length + 20);
        header.putInt(LocalHeader.SIGNATURE).putShort((short) (large ? ZIP64 : 20));
        common(header, entry, crc);
        header.putInt(large ? -1 : size).putInt(large ? -1 : size);
        header.putShort((short) name.length).putShort((short) (large ? 20 : 0)).put(name);
        if (large) {
            header.putShort((short) 1).putShort((short) 16).putLong(0).putLong(0);
        }
        return written(header);
    }

    private static void common(ByteBuffer header, Entry entry, long crc) {
        header.putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(entry.time)
                .putInt((int) crc);
    }

    private void list(Entry entry, long offset, long crc, long packedSize, long size) {
        boolean large = packedSize >= FULL || size >= FULL || offset >= FULL;
        byte[] name = bytes(entry.name);
        ByteBuffer record = buffer(46 + name.length + 28);
        record.putInt(0x02014b50).putShort((short) (UNIX | ZIP64)).putShort((short) (large ? ZIP64 : 20));
        common(record, entry, crc);
        record.putInt(large ? -1 : (int) packedSize).putInt(large ? -1 : (int) size);
        record.putShort((short) name.length).putShort((short) (large ? 28 : 0));
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        boolean folder = (entry.mode & 0170000) == 0040000;
        record.putInt(entry.mode << 16 | (folder ? 0x10 : 0));
        record.putInt(large ? -1 : (int) offset).put(name);
        if (large) {
            record.putShort((short) 1).putShort((short) 24);
            record.putLong(size).putLong(packedSize).putLong(offset);
        }
        directory.writeBytes(written(record));
        entries++;
    }

    /** Ends the archive; after a fault of what it is written to, without an end that would make it look whole. */
    @Override
    public void close() throws IOException {
        try (packer) {
            if (!packer.broken()) {
                packer.plain(this::end);
                packer.finish();
            }
        }
    }

    private byte[] end() {
        long start = packer.position();
        long length = directory.size();
        boolean large = entries >= 0xFFFF || start >= FULL || length >= FULL;
        ByteBuffer end = buffer(56 + 20 + 22);
        if (large) {
            end.putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) (UNIX | ZIP64))
                    .putShort((short) ZIP64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(length)
                    .putLong(start);
            end.putInt(0x07064b50).putInt(0).putLong(start + length).putInt(1);
        }
        short count = (short) (large ? -1 : entries);
        end.putInt(0x06054b50)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt(large ? -1 : (int) length)
                .putInt(large ? -1 : (int) start)
                .putShort((short) 0);
        directory.writeBytes(written(end));
        return directory.toByteArray();
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Date in the upper half, time in steps of two seconds in the lower one. */
    private static int dosTime(long seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return Math.max(0, time.getYear() - 1980) << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() >> 1;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
