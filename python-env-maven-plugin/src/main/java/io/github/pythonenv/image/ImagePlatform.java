package io.github.pythonenv.image;

/**
 * Machines that an image runs on, by the names of the Go language, which the specification wants.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 */
public record ImagePlatform(String os, String architecture) {

    /** As tools take it: {@code linux/amd64}. */
    @Override
    public String toString() {
        return os + "/" + architecture;
    }
}
