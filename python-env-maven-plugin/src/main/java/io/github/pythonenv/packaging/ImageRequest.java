package io.github.pythonenv.packaging;

import io.github.pythonenv.image.ImageSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A container image that is to be made of an environment.
 *
 * @param name the environment's
 * @param project the folder of its project
 * @param platforms the ids of the platforms that it is made for, one or more
 * @param file where the image goes, a file or a folder
 * @param scratch a folder for what is made on the way; emptied, and removed in the end
 * @param time of the image and of every entry in it
 * @param packed what of the environment comes along
 * @param image how the image is made
 */
public record ImageRequest(
        String name,
        Path project,
        List<String> platforms,
        Path file,
        Path scratch,
        Instant time,
        PackageSettings packed,
        ImageSettings image) {

    public ImageRequest {
        platforms = List.copyOf(platforms);
    }

    /** The part of it that is for one platform. */
    PackageRequest forPlatform(String platform) {
        return new PackageRequest(name, project, platform, file, scratch.resolve(platform), time, packed);
    }
}
