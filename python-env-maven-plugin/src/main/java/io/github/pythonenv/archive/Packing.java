package io.github.pythonenv.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a tar archive is packed as a whole. */
enum Packing {
    NONE(""),
    GZIP("1f8b"),
    XZ("fd377a585a00"),
    ZSTD("28b52ffd");

    private static final int BUFFER = 1 << 16;
    /** In KiB: what the highest usual level wants, 65 MiB, and some more. */
    private static final int XZ_MEMORY = 128 << 10;

    private final String magic;

    Packing(String magic) {
        this.magic = magic;
    }

    /** The first bytes of every file that is packed so, hexadecimal. */
    String magic() {
        return magic;
    }

    /**
     * What is packed.
     *
     * @throws IOException if it is damaged at its very beginning, or cannot be read
     */
    InputStream unpacked(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case XZ -> new XZInputStream(new BufferedInputStream(packed, BUFFER), XZ_MEMORY);
            case ZSTD -> new ZstdInput(new BufferedInputStream(packed, BUFFER));
        };
    }
}
