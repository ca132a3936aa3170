package io.github.pythonenv.packaging;

import io.github.pythonenv.image.Image;
import io.github.pythonenv.image.ImageFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What image was made.
 *
 * @param file it, a file or a folder
 * @param bytes its size
 * @param format what it was written as
 * @param image what is in it
 * @param leftOut the bytes of the environment's files that stayed behind, by what they are
 * @param traces files in it that name folders of this machine, by their names in the image
 */
public record ImageReport(
        Path file, long bytes, ImageFormat format, Image image, Map<String, Long> leftOut, List<String> traces) {}
