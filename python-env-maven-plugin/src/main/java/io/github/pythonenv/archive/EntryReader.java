package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Writes the unpacked bytes of one entry after the other to a channel. Streams through two buffers that it uses again,
 * so one reader serves one thread; several readers share the archive's channel, which they read by position.
 */
final class EntryReader implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path archive;
    private final FileChannel channel;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);

    EntryReader(Path archive, FileChannel channel) {
        this.archive = archive;
        this.channel = channel;
    }

    /**
     * @throws UserFailure if the entry's bytes are not those that the directory promises
     * @throws IOException if the archive cannot be read or the target not be written
     */
    void write(ZipRecord entry, WritableByteChannel target) throws IOException {
        crc.reset();
        Packed packed = open(entry);
        long written = entry.method() == ZipRecord.STORED ? copy(packed, target) : inflate(packed, target);
        if (written != entry.size() || crc.getValue() != entry.crc()) {
            throw damaged(entry, "has another size or checksum than promised");
        }
    }

    /** The first read takes the header and, of all but large entries, everything. */
    private Packed open(ZipRecord entry) throws IOException {
        in.clear().limit((int)
                Math.min(BUFFER, LocalHeader.SIZE + 1024 + entry.name().length() * 3L + entry.packed()));
        long end = entry.offset();
        while (in.hasRemaining()) {
            int length = channel.read(in, end);
            if (length < 0) {
                break;
            }
            end += length;
        }
        in.flip();
        int header = LocalHeader.length(in).orElseThrow(() -> damaged(entry, "does not begin where it should"));
        if (header > in.remaining()) {
            throw damaged(entry, "has a header that does not end");
        }
        in.position(header);
        if (in.remaining() > entry.packed()) {
            in.limit(header + (int) entry.packed());
        }
        return new Packed(entry, end, entry.packed() - in.remaining());
    }

    private long copy(Packed packed, WritableByteChannel target) throws IOException {
        long written = 0;
        do {
            written += in.remaining();
            drain(in, target);
        } while (packed.refill());
        return written;
    }

    private long inflate(Packed packed, WritableByteChannel target) throws IOException {
        inflater.reset();
        inflater.setInput(in);
        long written = 0;
        while (!inflater.finished()) {
            out.clear();
            int length = inflated(packed.entry);
            written += length;
            if (written > packed.entry.size()) {
                throw damaged(packed.entry, "is longer than promised");
            }
            if (length == 0 && !inflater.finished()) {
                if (inflater.needsDictionary() || !packed.refill()) {
                    throw damaged(packed.entry, "is cut off");
                }
                inflater.setInput(in);
            }
            drain(out.flip(), target);
        }
        return written;
    }

    private int inflated(ZipRecord entry) {
        try {
            return inflater.inflate(out);
        } catch (DataFormatException e) {
            throw damaged(entry, "cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private void drain(ByteBuffer bytes, WritableByteChannel target) throws IOException {
        crc.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    private UserFailure damaged(ZipRecord entry, String why) {
        return ArchiveFailures.damaged(archive, "its entry '" + entry.name() + "' " + why);
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** The packed bytes of one entry that are not in the buffer yet. */
    private final class Packed {
        private final ZipRecord entry;
        private long position;
        private long left;

        Packed(ZipRecord entry, long position, long left) {
            this.entry = entry;
            this.position = position;
            this.left = left;
        }

        /** Fills the used-up buffer; false at the end of the entry. */
        boolean refill() throws IOException {
            if (left == 0) {
                return false;
            }
            in.clear().limit((int) Math.min(BUFFER, left));
            int length = channel.read(in, position);
            if (length <= 0) {
                throw damaged(entry, "is cut off");
            }
            position += length;
            left -= length;
            in.flip();
            return true;
        }
    }
}
