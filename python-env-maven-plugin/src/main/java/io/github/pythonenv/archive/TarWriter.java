package io.github.pythonenv.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a tar archive that every tar reads. Formats: POSIX.1-2017, pax, "ustar Interchange Format", with a pax header
 * before what does not fit.
 */
final class TarWriter implements TreeWriter {
    private static final int LONGEST = 100;
    private static final long LARGEST = 077777777777L;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void folder(String name, int permissions, long seconds) throws IOException {
        header('5', name, "", permissions, seconds, 0);
    }

    @Override
    public void link(String name, String target, long seconds) throws IOException {
        header('2', name, target, 0777, seconds, 0);
    }

    @Override
    public void file(String name, int permissions, long seconds, long size, InputStream in) throws IOException {
        header('0', name, "", permissions, seconds, size);
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int length = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (length < 0) {
                throw new EOFException(name + " became shorter while it was read");
            }
            out.write(buffer, 0, length);
            left -= length;
        }
        pad(size);
    }

    /** Ends the archive. */
    @Override
    public void close() throws IOException {
        out.write(new byte[2 * TarHeader.SIZE]);
        out.close();
    }

    private void header(char type, String name, String target, int permissions, long seconds, long size)
            throws IOException {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        byte[] link = target.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        if (path.length > LONGEST) {
            more.write(record("path", path));
        }
        if (link.length > LONGEST) {
            more.write(record("linkpath", link));
        }
        if (size > LARGEST) {
            more.write(record("size", Long.toString(size).getBytes(StandardCharsets.US_ASCII)));
        }
        if (more.size() > 0) {
            block('x', "PaxHeader".getBytes(StandardCharsets.US_ASCII), new byte[0], 0644, seconds, more.size());
            more.writeTo(out);
            pad(more.size());
        }
        block(type, path, link, permissions, seconds, size > LARGEST ? 0 : size);
    }

    /** {@code length key=value}, where the length counts its own digits. */
    private static byte[] record(String key, byte[] value) {
        int rest = key.length() + value.length + 3;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes((length + " " + key + "=").getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(value);
        record.write('\n');
        return record.toByteArray();
    }

    private void block(char type, byte[] path, byte[] link, int permissions, long seconds, long size)
            throws IOException {
        byte[] block = new byte[TarHeader.SIZE];
        put(block, 0, Arrays.copyOf(path, Math.min(path.length, LONGEST)));
        put(block, 100, octal(permissions, 7));
        put(block, 108, octal(0, 7));
        put(block, 116, octal(0, 7));
        put(block, 124, octal(size, 11));
        put(block, 136, octal(Math.max(0, seconds), 11));
        put(block, 148, "        ".getBytes(StandardCharsets.US_ASCII));
        block[156] = (byte) type;
        put(block, 157, Arrays.copyOf(link, Math.min(link.length, LONGEST)));
        put(block, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xFF;
        }
        put(block, 148, octal(sum, 6));
        block[154] = 0;
        out.write(block);
    }

    private static void put(byte[] block, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static byte[] octal(long value, int digits) {
        String text = Long.toOctalString(value);
        return ("0".repeat(Math.max(0, digits - text.length())) + text).getBytes(StandardCharsets.US_ASCII);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & TarHeader.SIZE - 1)]);
    }
}
