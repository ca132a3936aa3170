package io.github.pythonenv.image;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an image is made.
 *
 * @param reference its name
 * @param base a folder or an archive; nothing to start from nothing
 * @param directory where what is added lies in it, an absolute path
 * @param process what starts in it
 * @param format what it is written as
 */
public record ImageSettings(
        ImageReference reference, Optional<Path> base, String directory, ProcessSettings process, ImageFormat format) {

    /** The same with more labels, where none of that name are set. */
    public ImageSettings with(Map<String, String> labels) {
        return new ImageSettings(reference, base, directory, process.with(Map.of(), labels), format);
    }
}
