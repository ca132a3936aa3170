package io.github.pythonenv.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes an archive entry by entry, as they come. Equal calls make equal bytes with one JDK; owner and group of every
 * entry are 0.
 */
public sealed interface TreeWriter extends Closeable permits TarWriter, ZipWriter {

    /** A tar archive. Closing it closes the stream. */
    static TreeWriter tar(OutputStream out) {
        return new TarWriter(out);
    }

    /** A tar archive packed by gzip. Closing it closes the stream. */
    static TreeWriter tarGz(OutputStream out) throws IOException {
        return new TarWriter(new GzipOutput(out));
    }

    /** A zip archive with Unix modes and links. Closing it closes the stream. */
    static TreeWriter zip(OutputStream out) {
        return new ZipWriter(new BlockPacker(out));
    }

    /**
     * Adds a folder.
     *
     * @param name ends with a slash
     * @param permissions nine bits
     * @param seconds when it was changed, since 1970
     */
    void folder(String name, int permissions, long seconds) throws IOException;

    /** Adds a symbolic link. */
    void link(String name, String target, long seconds) throws IOException;

    /**
     * Adds a file.
     *
     * @param size of its content, in bytes
     * @throws java.io.EOFException where there are fewer bytes than was said
     */
    void file(String name, int permissions, long seconds, long size, InputStream in) throws IOException;
}
