package io.github.pythonenv.image;

import java.nio.file.Path;

/**
 * A layer of an image: a tar archive of what it adds.
 *
 * @param label what is in it, for a person
 * @param packing of the archive
 * @param file where it lies now
 * @param digest of the file
 * @param diffId digest of the archive when it is unpacked
 * @param bytes of the file
 */
public record Layer(String label, Packing packing, Path file, Digest digest, Digest diffId, long bytes) {

    /** How a layer is packed, which its type and its name say. */
    public enum Packing {
        NONE("", "tar"),
        GZIP("+gzip", "tar.gz"),
        ZSTD("+zstd", "tar.zst");

        private static final String TAR = "application/vnd.oci.image.layer.v1.tar";

        private final String suffix;
        private final String extension;

        Packing(String suffix, String extension) {
            this.suffix = suffix;
            this.extension = extension;
        }

        /** The type of a layer that is packed so. */
        public String mediaType() {
            return TAR + suffix;
        }

        /** What its file is called after the dot. */
        String extension() {
            return extension;
        }
    }
}
