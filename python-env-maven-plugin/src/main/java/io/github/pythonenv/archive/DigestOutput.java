package io.github.pythonenv.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on, and knows how many they were and their SHA-256. */
public final class DigestOutput extends FilterOutputStream {

    private final MessageDigest digest = Digests.newDigest();
    private long bytes;

    public DigestOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        digest.update(some, offset, length);
        bytes += length;
    }

    /** How many bytes went through. */
    public long bytes() {
        return bytes;
    }

    /** The digest of all that went through, as 64 lower-case hexadecimal digits. To be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
