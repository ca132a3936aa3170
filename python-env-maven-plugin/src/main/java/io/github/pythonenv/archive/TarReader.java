package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a tar archive from its beginning to its end, once. Strict: every header has its checksum, the archive ends with
 * zeros. Holds one header at a time, and names.
 *
 * <p>Apache Commons Compress reads tar too, but leaves nobody to judge: it takes the slash off absolute names, gives all
 * entries the name that a global header says, replaces what is not UTF-8, and takes an archive that breaks off between
 * two entries for a whole one (1.28, by the tests of hostile archives).
 */
final class TarReader {
    /** The longest name, or set of extended values, is some thousand bytes. */
    private static final int LONGEST_NOTE = 1 << 20;

    private final Path archive;
    private final InputStream in;
    private long left;
    private int padding;
    private boolean first = true;

    /** What is packed is no tar archive at all. */
    static final class NoTarException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** @param in the unpacked bytes of the archive; their bounds are its matter */
    TarReader(Path archive, InputStream in) {
        this.archive = archive;
        this.in = in;
    }

    /**
     * The next entry, or nothing at the end. What was not read of the one before is passed over.
     *
     * @throws NoTarException if even the first is none
     * @throws UserFailure if it is damaged, or of a kind that is not unpacked
     */
    Optional<TarEntry> next() throws IOException {
        Notes notes = new Notes();
        while (true) {
            pass(left + padding);
            TarHeader header = header();
            if (header.isZero()) {
                readToEnd();
                return Optional.empty();
            }
            if (!header.isOne()) {
                if (first) {
                    throw new NoTarException();
                }
                throw ArchiveFailures.damaged(archive, "one of its headers is overwritten");
            }
            first = false;
            long size = sizeOf(header, notes);
            left = size;
            padding = (int) (-size & TarHeader.SIZE - 1);
            switch (header.type()) {
                case 'L' -> notes.name = withoutZero(note(size));
                case 'K' -> notes.target = withoutZero(note(size));
                case 'x' -> notes.take(PaxRecords.read(archive, note(size)));
                case 'g' -> PaxRecords.refuseNames(archive, PaxRecords.read(archive, note(size)));
                default -> {
                    return Optional.of(entry(header, notes));
                }
            }
        }
    }

    /** Bytes of the entry last returned; -1 at its end. */
    int read(byte[] buffer) throws IOException {
        if (left == 0) {
            return -1;
        }
        int length = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (length < 0) {
            throw cutOff();
        }
        left -= length;
        return length;
    }

    /** What stands before an entry about it. */
    private static final class Notes {
        private byte[] name = new byte[0];
        private byte[] target = new byte[0];
        private OptionalLong size = OptionalLong.empty();
        private boolean sparse;

        void take(Map<String, byte[]> pax) {
            name = pax.getOrDefault("path", name);
            target = pax.getOrDefault("linkpath", target);
            byte[] digits = pax.get("size");
            size = digits == null
                    ? size
                    : OptionalLong.of(PaxRecords.number(digits).orElse(-1));
            sparse = pax.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
        }
    }

    private long sizeOf(TarHeader header, Notes notes) {
        boolean isNote = "LKxg".indexOf(header.type()) >= 0;
        OptionalLong size = isNote || notes.size.isEmpty() ? header.size() : notes.size;
        if (size.isEmpty() || size.getAsLong() < 0 || size.getAsLong() > Long.MAX_VALUE - TarHeader.SIZE) {
            throw ArchiveFailures.damaged(archive, "the size of one of its entries cannot be read");
        }
        // Links and folders have no bytes, whatever they claim: so do all other readers.
        return "1256".indexOf(header.type()) >= 0 ? 0 : size.getAsLong();
    }

    private TarEntry entry(TarHeader header, Notes notes) {
        String name = name(notes.name.length > 0 ? notes.name : header.name());
        String target = name(notes.target.length > 0 ? notes.target : header.target());
        if (name.isEmpty() && header.type() != '5') {
            throw ArchiveFailures.refused(archive, name, "has no name");
        }
        if (notes.sparse) {
            throw ArchiveFailures.refused(archive, name, "is a file with holes, which we do not know how to fill");
        }
        TarEntry.Kind kind = switch (header.type()) {
            case '0', '\0', '7' -> name.endsWith("/") ? TarEntry.Kind.FOLDER : TarEntry.Kind.FILE;
            case '1' -> TarEntry.Kind.HARD_LINK;
            case '2' -> TarEntry.Kind.LINK;
            case '5' -> TarEntry.Kind.FOLDER;
            case 'S' ->
                throw ArchiveFailures.refused(archive, name, "is a file with holes, which we do not know how to fill");
            default -> throw ArchiveFailures.refused(archive, name, "is neither a file, a folder nor a link");
        };
        long mode = header.mode()
                .orElseThrow(() -> ArchiveFailures.damaged(archive, "the mode of '" + name + "' cannot be read"));
        boolean slash = kind == TarEntry.Kind.FOLDER && !name.isEmpty() && !name.endsWith("/");
        return new TarEntry(slash ? name + "/" : name, kind, (int) (mode & 0777), left, target);
    }

    private String name(byte[] bytes) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return withoutDot(name);
        } catch (CharacterCodingException e) {
            throw ArchiveFailures.refused(
                    archive, new String(bytes, StandardCharsets.ISO_8859_1), "has a name that is not UTF-8");
        }
    }

    /** Archives of a folder as {@code tar c .} makes them name everything below {@code ./}. */
    private static String withoutDot(String name) {
        String rest = name;
        while (rest.startsWith("./")) {
            rest = rest.substring(2);
        }
        return rest.equals(".") ? "" : rest;
    }

    private TarHeader header() throws IOException {
        byte[] block = in.readNBytes(TarHeader.SIZE);
        if (block.length < TarHeader.SIZE) {
            throw cutOff();
        }
        return new TarHeader(block);
    }

    private byte[] note(long size) throws IOException {
        if (size > LONGEST_NOTE) {
            throw ArchiveFailures.tooMuch(archive, "one of its names has " + size + " bytes");
        }
        byte[] note = in.readNBytes((int) size);
        left -= note.length;
        if (left > 0) {
            throw cutOff();
        }
        return note;
    }

    private static byte[] withoutZero(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }

    private void pass(long bytes) throws IOException {
        for (long rest = bytes; rest > 0; ) {
            long passed = in.skip(rest);
            if (passed == 0) {
                if (in.read() < 0) {
                    throw cutOff();
                }
                passed = 1;
            }
            rest -= passed;
        }
    }

    /** To the last byte: only then the packing's own checksum is looked at. */
    private void readToEnd() throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            for (int at = 0; at < length; at++) {
                if (buffer[at] != 0) {
                    throw ArchiveFailures.damaged(archive, "something follows after its end");
                }
            }
        }
    }

    private UserFailure cutOff() {
        return ArchiveFailures.damaged(archive, "it is cut off");
    }
}
