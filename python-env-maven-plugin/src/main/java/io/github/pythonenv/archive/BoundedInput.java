package io.github.pythonenv.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/** What comes out of a packed file: no more than an honest one holds, and in our words where it is damaged. */
final class BoundedInput extends FilterInputStream {
    private final Path archive;
    private final long most;
    private long passed;

    /**
     * A bounded stream.
     *
     * @param packed the size of the packed file
     */
    BoundedInput(Path archive, InputStream in, long packed, Limits limits) {
        super(in);
        this.archive = archive;
        long byRatio = packed > Long.MAX_VALUE / limits.ratio() ? Long.MAX_VALUE : packed * limits.ratio();
        this.most = Math.min(limits.bytes(), Math.max(limits.harmless(), byRatio));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw ArchiveFailures.damaged(archive, "it cannot be unpacked (" + e + ")");
        }
        passed += Math.max(0, read);
        if (passed > most) {
            throw ArchiveFailures.tooMuch(archive, "it unpacks to more than " + most + " bytes");
        }
        return read;
    }

    /** By reading: what is passed over counts too, and its checksum is looked at. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)], 0, (int) Math.min(count, 1 << 13)));
    }
}
