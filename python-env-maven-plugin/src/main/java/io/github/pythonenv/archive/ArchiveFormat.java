package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A way to put many files into one. */
sealed interface ArchiveFormat permits ZipFormat, TarFormat {

    /**
     * Looks at the first bytes of a file.
     *
     * @throws io.github.pythonenv.UserFailure if it has none of the formats
     */
    static ArchiveFormat of(Path file) throws IOException {
        FirstBytes start = FirstBytes.of(file);
        // An empty zip file has an end only.
        if (start.begin("504b0304") || start.begin("504b0506")) {
            return new ZipFormat();
        }
        for (Packing packing : Packing.values()) {
            if (packing != Packing.NONE && start.begin(packing.magic())) {
                return new TarFormat(packing);
            }
        }
        if (start.areTarHeader()) {
            return new TarFormat(Packing.NONE);
        }
        throw start.unknown();
    }

    /** As {@link Archive#unpack}, {@code into} absolute and normalized. */
    Unpacked unpack(Path file, String prefix, Path into, Consumer<Long> bytesDone, Limits limits) throws IOException;

    /** The names of all entries, in their order. */
    List<String> names(Path file, Limits limits) throws IOException;
}
