package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an image stands on: a folder in the OCI layout, or an archive of such a one or by {@code docker save}. */
final class BaseReader {

    private final Path file;
    private final Path scratch;

    /**
     * @param file the folder or archive
     * @param scratch a folder for what an archive has in it, which stays as long as the base is used; where it is
     *     there, it was unpacked for another platform before
     */
    BaseReader(Path file, Path scratch) {
        this.file = file;
        this.scratch = scratch;
    }

    /** @throws UserFailure where there is none for that platform */
    Base read(ImagePlatform platform) throws IOException {
        if (!Files.exists(file)) {
            throw new UserFailure(
                    "There is no base image " + file + ".",
                    "Set image.base in python-env.json (-Dpython-env.image.base) to an archive that docker save wrote, to"
                            + " a folder in the OCI layout, or to scratch. One in a registry is fetched before: docker"
                            + " pull IMAGE && docker save -o base.tar IMAGE, or skopeo copy docker://IMAGE"
                            + " oci:base:latest.");
        }
        Path folder = file;
        if (!Files.isDirectory(file)) {
            folder = scratch;
            if (!Files.exists(folder)) {
                Archive.unpack(file, "", folder, done -> {});
            }
        }
        Base base = read(folder, platform);
        requirePlatform(base.config(), platform);
        return base;
    }

    private Base read(Path folder, ImagePlatform platform) throws IOException {
        if (Files.isRegularFile(folder.resolve(LayoutBase.INDEX))) {
            return new LayoutBase(folder, file).read(platform);
        }
        if (Files.isRegularFile(folder.resolve(SavedBase.MANIFEST))) {
            return new SavedBase(folder, file).read();
        }
        throw new UserFailure(
                file + " is no image: there is neither " + LayoutBase.INDEX + " nor " + SavedBase.MANIFEST + " in it.",
                "Write one with docker save -o base.tar IMAGE, or skopeo copy docker://IMAGE oci:base:latest. What"
                        + " docker export writes has lost what is needed.");
    }

    private void requirePlatform(ObjectNode config, ImagePlatform wanted) {
        ImagePlatform found = platform(config);
        if (!found.equals(wanted)) {
            throw other(file, found.toString(), wanted);
        }
    }

    static ImagePlatform platform(JsonNode config) {
        return new ImagePlatform(
                config.path("os").asString(""), config.path("architecture").asString(""));
    }

    static UserFailure other(Path file, String found, ImagePlatform wanted) {
        return new UserFailure(
                "The base image " + file + " is for " + found + ", and the environment for " + wanted + ".",
                "Take the base for " + wanted + ": docker pull --platform " + wanted + ", or skopeo --override-arch "
                        + wanted.architecture() + " copy.");
    }
}
