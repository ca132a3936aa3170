package io.github.pythonenv.archive;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tar archive, read as a stream from its beginning to its end.
 *
 * @param packing of the stream
 */
record TarFormat(Packing packing) implements ArchiveFormat {

    @Override
    public Unpacked unpack(Path file, String prefix, Path into, Consumer<Long> bytesDone, Limits limits)
            throws IOException {
        return read(file, limits, reader -> new TarUnpacker(file, prefix, into, bytesDone, limits).unpack(reader));
    }

    @Override
    public List<String> names(Path file, Limits limits) throws IOException {
        return read(file, limits, reader -> {
            List<String> names = new ArrayList<>();
            for (Optional<TarEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                names.add(entry.get().name());
            }
            return names;
        });
    }

    /** What is done with a reader. */
    @FunctionalInterface
    private interface Work<T> {
        T with(TarReader reader) throws IOException;
    }

    private <T> T read(Path file, Limits limits, Work<T> work) throws IOException {
        // No channel: that would be closed, and its file said to be damaged, when the thread is interrupted.
        try (InputStream packed = new FileInputStream(file.toFile());
                InputStream unpacked = unpacked(file, packed);
                InputStream ahead = new ReadAhead(unpacked);
                InputStream bounded = new BoundedInput(file, ahead, Files.size(file), limits)) {
            return work.with(new TarReader(file, bounded));
        } catch (TarReader.NoTarException e) {
            throw ArchiveFailures.unknown(
                    file,
                    "is packed like a tar archive, but holds something else",
                    "zip, tar, tar.gz, tar.xz and tar.zst are known.");
        }
    }

    private InputStream unpacked(Path file, InputStream packed) {
        try {
            return packing.unpacked(packed);
        } catch (IOException e) {
            throw ArchiveFailures.damaged(file, "it cannot be unpacked (" + e + ")");
        }
    }
}
