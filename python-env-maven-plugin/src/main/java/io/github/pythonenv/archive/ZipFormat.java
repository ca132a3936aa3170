package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** A zip file: its directory at the end tells where each file is, so all cores unpack at once. */
record ZipFormat() implements ArchiveFormat {

    @Override
    public Unpacked unpack(Path file, String prefix, Path into, Consumer<Long> bytesDone, Limits limits)
            throws IOException {
        return ZipUnpacker.unpack(file, prefix, into, bytesDone, limits);
    }

    @Override
    public List<String> names(Path file, Limits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return ZipDirectory.read(file, channel, limits).stream()
                    .map(ZipRecord::name)
                    .toList();
        }
    }
}
