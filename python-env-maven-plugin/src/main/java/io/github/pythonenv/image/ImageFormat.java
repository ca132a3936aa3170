package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an image is written as. */
public enum ImageFormat {
    /** An archive for {@code docker load}, which podman, nerdctl, kind and skopeo take as well. */
    DOCKER("docker", ".tar"),
    /** A folder in the OCI layout. */
    OCI("oci", ""),
    /** An archive of such a folder. */
    OCI_TAR("oci-tar", ".oci.tar");

    private final String word;
    private final String extension;

    ImageFormat(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    /**
     * The format by its word.
     *
     * @throws UserFailure where there is none
     */
    public static ImageFormat of(String word) {
        for (ImageFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new UserFailure(
                "An image cannot be written as '" + word + "'.",
                "Set image.format in python-env.json (-Dpython-env.image.format) to "
                        + Arrays.stream(values()).map(ImageFormat::word).collect(Collectors.joining(", ")) + ".");
    }

    /** By which it is asked for. */
    public String word() {
        return word;
    }

    /** Of the file; empty for a folder. */
    public String extension() {
        return extension;
    }
}
