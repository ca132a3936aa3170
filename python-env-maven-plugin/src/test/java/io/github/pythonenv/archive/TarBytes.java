package io.github.pythonenv.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes tar archives byte by byte, also such as no honest tool writes. */
final class TarBytes {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean open;

    TarBytes file(String name, String content) {
        return file(name, content, 0644);
    }

    TarBytes file(String name, String content, int mode) {
        return file(name, content.getBytes(StandardCharsets.UTF_8), mode);
    }

    TarBytes file(String name, byte[] content, int mode) {
        return entry('0', name, "", content, mode);
    }

    TarBytes folder(String name) {
        return folder(name, 0755);
    }

    TarBytes folder(String name, int mode) {
        return entry('5', name, "", new byte[0], mode);
    }

    TarBytes link(String name, String target) {
        return entry('2', name, target, new byte[0], 0777);
    }

    TarBytes hardLink(String name, String target) {
        return entry('1', name, target, new byte[0], 0644);
    }

    /** Values before the next entry, given as {@code key=value}. */
    TarBytes pax(char type, String... records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String record : records) {
            byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
            int length = bytes.length + 3;
            while (String.valueOf(length).length() + bytes.length + 2 != length) {
                length++;
            }
            all.writeBytes((length + " ").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(bytes);
            all.write('\n');
        }
        return entry(type, "PaxHeaders/x", "", all.toByteArray(), 0644);
    }

    /** As GNU tar writes a name (type L) or a target (type K) that is too long for the header. */
    TarBytes gnuLong(char type, String text) {
        return entry(type, "././@LongLink", "", (text + "\0").getBytes(StandardCharsets.UTF_8), 0644);
    }

    TarBytes entry(char type, String name, String target, byte[] content, int mode) {
        return entry(type, name.getBytes(StandardCharsets.UTF_8), target, content, mode, content.length);
    }

    /** @param size as the header claims it */
    TarBytes entry(char type, byte[] name, String target, byte[] content, int mode, long size) {
        out.writeBytes(header(type, name, target, mode, String.format("%011o\0", size)));
        out.writeBytes(content);
        out.writeBytes(new byte[-content.length & BLOCK - 1]);
        return this;
    }

    /** @param size the field of the header, as it is */
    static byte[] header(char type, byte[] name, String target, int mode, String size) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name, 100);
        put(block, 100, String.format("%07o\0", mode).getBytes(StandardCharsets.ISO_8859_1), 8);
        put(block, 108, "0000000\0".getBytes(StandardCharsets.ISO_8859_1), 8);
        put(block, 116, "0000000\0".getBytes(StandardCharsets.ISO_8859_1), 8);
        put(block, 124, size.getBytes(StandardCharsets.ISO_8859_1), 12);
        put(block, 136, "00000000000\0".getBytes(StandardCharsets.ISO_8859_1), 12);
        block[156] = (byte) type;
        put(block, 157, target.getBytes(StandardCharsets.UTF_8), 100);
        put(block, 257, "ustar\00000".getBytes(StandardCharsets.ISO_8859_1), 8);
        return sealed(block);
    }

    /** With the right sum in its place. */
    static byte[] sealed(byte[] block) {
        put(block, 148, "        ".getBytes(StandardCharsets.ISO_8859_1), 8);
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xFF;
        }
        put(block, 148, String.format("%06o\0 ", sum).getBytes(StandardCharsets.ISO_8859_1), 8);
        return block;
    }

    TarBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Without the zeros at the end. */
    TarBytes withoutEnd() {
        open = true;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        if (!open) {
            all.writeBytes(new byte[2 * BLOCK]);
        }
        return all.toByteArray();
    }

    byte[] gzip() {
        return packed(GZIPOutputStream::new);
    }

    byte[] xz() {
        return packed(to -> new XZOutputStream(to, new LZMA2Options(1)));
    }

    byte[] zstd() {
        try (ZstdCompressCtx packer = new ZstdCompressCtx()) {
            packer.setChecksum(true);
            return packer.compress(bytes());
        }
    }

    byte[] packed(Packer packer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream to = packer.to(packed)) {
            to.write(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Packs what is written to it. */
    @FunctionalInterface
    interface Packer {
        OutputStream to(OutputStream packed) throws IOException;
    }

    private static void put(byte[] block, int at, byte[] bytes, int most) {
        System.arraycopy(bytes, 0, block, at, Math.min(most, bytes.length));
    }
}
