package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;

/** How a tree is packed. */
public enum PackageFormat {
    TAR_GZ("tar.gz") {
        @Override
        TreeWriter writer(OutputStream out) throws IOException {
            return TreeWriter.tarGz(out);
        }
    },
    ZIP("zip") {
        @Override
        TreeWriter writer(OutputStream out) {
            return TreeWriter.zip(out);
        }
    };

    private final String extension;

    PackageFormat(String extension) {
        this.extension = extension;
    }

    /**
     * The format with an extension.
     *
     * @throws UserFailure where there is none
     */
    public static PackageFormat of(String extension) {
        for (PackageFormat format : values()) {
            if (format.extension.equals(extension)) {
                return format;
            }
        }
        throw new UserFailure(
                "An environment cannot be packed as '" + extension + "'.",
                extension.equals("tar.zst")
                        ? "Take tar.gz or zip. Of zstd this plugin has a reader only: what writes it is machine code for each"
                                + " platform, which would be larger than all of the plugin."
                        : "Set packaging.format in python-env.json (-Dpython-env.packaging.format) to tar.gz or zip.");
    }

    /** Of the archive's file; also the type of the Maven artifact. */
    public String extension() {
        return extension;
    }

    abstract TreeWriter writer(OutputStream out) throws IOException;
}
