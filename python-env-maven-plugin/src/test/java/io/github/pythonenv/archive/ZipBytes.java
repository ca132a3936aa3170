package io.github.pythonenv.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives byte by byte, also such as no honest tool writes. */
final class ZipBytes {
    private static final int UNIX = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    private boolean zip64;

    ZipBytes file(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8), 0);
    }

    ZipBytes folder(String name) {
        return entry(name, new byte[0], 0);
    }

    ZipBytes file(String name, String content, int mode) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8), 0100000 | mode);
    }

    ZipBytes link(String name, String target) {
        return entry(name, target.getBytes(StandardCharsets.UTF_8), 0120777);
    }

    ZipBytes stored(String name, byte[] content) {
        return add(name.getBytes(StandardCharsets.UTF_8), content, 0, 0, 0, content.length, crc(content));
    }

    /** With a Unix mode, type included; 0 for an archive made without. */
    ZipBytes entry(String name, byte[] content, int mode) {
        return entry(name.getBytes(StandardCharsets.UTF_8), content, mode);
    }

    ZipBytes entry(byte[] name, byte[] content, int mode) {
        return add(name, deflated(content), 8, 0, mode, content.length, crc(content));
    }

    ZipBytes claiming(String name, byte[] content, long size, long crc) {
        return add(name.getBytes(StandardCharsets.UTF_8), deflated(content), 8, 0, 0, size, crc);
    }

    ZipBytes encrypted(String name) {
        return add(name.getBytes(StandardCharsets.UTF_8), new byte[0], 0, 1, 0, 0, 0);
    }

    ZipBytes packedBy(int method, String name) {
        return add(name.getBytes(StandardCharsets.UTF_8), new byte[0], method, 0, 0, 0, 0);
    }

    /** One more entry in the directory for the bytes of the one before. */
    ZipBytes again(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] last = directory.get(directory.size() - 1);
        directory.add(little(46 + bytes.length)
                .put(last, 0, 46)
                .putShort(28, (short) bytes.length)
                .put(bytes)
                .array());
        return this;
    }

    /** All directory values that can be are written as zip64 does. */
    ZipBytes zip64() {
        zip64 = true;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        int start = all.size();
        directory.forEach(all::writeBytes);
        int length = all.size() - start;
        int count = directory.size();
        if (zip64) {
            int end = all.size();
            all.writeBytes(little(56)
                    .putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(start)
                    .array());
            all.writeBytes(little(20)
                    .putInt(0x07064b50)
                    .putInt(0)
                    .putLong(end)
                    .putInt(1)
                    .array());
            all.writeBytes(end(0xFFFF, -1, -1));
        } else {
            all.writeBytes(end(count, length, start));
        }
        return all.toByteArray();
    }

    private static byte[] end(int count, int length, int start) {
        return little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(length)
                .putInt(start)
                .putShort((short) 0)
                .array();
    }

    private ZipBytes add(byte[] name, byte[] packed, int method, int flags, int mode, long size, long crc) {
        int offset = out.size();
        out.writeBytes(little(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt((int) crc)
                .putInt(packed.length)
                .putInt((int) size)
                .putShort((short) name.length)
                .putShort((short) 0)
                .array());
        out.writeBytes(name);
        out.writeBytes(packed);
        byte[] extra = zip64
                ? little(28)
                        .putShort((short) 1)
                        .putShort((short) 24)
                        .putLong(size)
                        .putLong(packed.length)
                        .putLong(offset)
                        .array()
                : new byte[0];
        directory.add(little(46 + name.length + extra.length)
                .putInt(0x02014b50)
                .put((byte) 20)
                .put((byte) (mode == 0 ? 0 : UNIX))
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt((int) crc)
                .putInt(zip64 ? -1 : packed.length)
                .putInt(zip64 ? -1 : (int) size)
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putInt(0)
                .putInt(mode << 16)
                .putInt(zip64 ? -1 : offset)
                .put(name)
                .put(extra)
                .array());
        return this;
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
