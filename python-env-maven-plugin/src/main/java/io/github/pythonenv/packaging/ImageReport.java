package io.github.pythonenv.packaging;

import io.github.pythonenv.image.ImageFormat;
import io.github.pythonenv.image.Images;
import java.nio.file.Path;
import java.util.List;

/**
 * What image was made.
 *
 * @param file it, a file or a folder
 * @param bytes its size
 * @param format what it was written as
 * @param images what is in it
 * @param traces files in it that name folders of this machine, by their names in the image
 */
public record ImageReport(Path file, long bytes, ImageFormat format, Images images, List<String> traces) {}
