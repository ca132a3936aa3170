package io.github.pythonenv.image;

import io.github.pythonenv.archive.DigestOutput;
import io.github.pythonenv.archive.GzipOutput;
import io.github.pythonenv.archive.TreeWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a layer's file, and takes both of its digests on the way. Equal entries make equal bytes with one JDK. */
public final class LayerFile {

    /** What goes into a layer. */
    @FunctionalInterface
    public interface Content {
        void writeTo(TreeWriter writer) throws IOException;
    }

    private LayerFile() {}

    /**
     * Writes one.
     *
     * @param label what is in it, for a person
     * @param file its place
     */
    public static Layer write(String label, Path file, Content content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (DigestOutput packed = new DigestOutput(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            DigestOutput unpacked = new DigestOutput(new GzipOutput(packed));
            try (TreeWriter writer = TreeWriter.tar(new BufferedOutputStream(unpacked, 1 << 16))) {
                content.writeTo(writer);
            }
            return new Layer(
                    label,
                    Layer.Packing.GZIP,
                    file,
                    new Digest(packed.sha256()),
                    new Digest(unpacked.sha256()),
                    packed.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
