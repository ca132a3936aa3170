package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes images of layers, and writes them.
 *
 * @param settings how
 * @param created when, by the image's own word
 * @param scratch a folder for what the archive of a base has in it, which stays until the image is written
 */
public record ImageMaker(ImageSettings settings, Instant created, Path scratch) {

    /**
     * Looks at the image's place, which is known before layers are written.
     *
     * @throws UserFailure where something else stands there, or the format does not hold so many platforms
     */
    public void requirePlace(Path file, int platforms) {
        if (settings.format() == ImageFormat.DOCKER && platforms > 1) {
            throw new UserFailure(
                    "An archive for docker load holds one platform, and " + platforms + " are asked for.",
                    "Set image.format in python-env.json (-Dpython-env.image.format) to oci or oci-tar, and push it"
                            + " with skopeo copy --all.");
        }
        boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        boolean layout = folder && Files.isRegularFile(file.resolve("oci-layout"));
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (settings.format() == ImageFormat.OCI ? there && !layout : folder) {
            throw new UserFailure(
                    file + " is in the way of the image: it is " + (folder ? "a folder" : "a file") + ".",
                    "Delete it, or name the image otherwise with packageName.");
        }
    }

    /**
     * Reads the base. To be called before layers are written, as it may be none.
     *
     * @throws UserFailure where it is none for that platform
     */
    public Base base(ImagePlatform platform) throws IOException {
        return settings.base().isPresent()
                ? new BaseReader(settings.base().get(), scratch).read(platform)
                : Base.scratch();
    }

    /**
     * Puts layers onto the base.
     *
     * @param variables of what starts in it, besides those that are set
     * @param added the layers, from the lowest on
     */
    public Image make(Base base, ImagePlatform platform, Map<String, String> variables, List<Layer> added) {
        List<Layer> layers = new ArrayList<>(base.layers());
        layers.addAll(added);
        ProcessSettings process = settings.process().with(variables, Map.of());
        return new Image(platform, new ImageConfig(base, process, platform, created).text(added), layers);
    }

    /** Writes an image beside its place, and puts it there when it is whole. */
    public void write(Images images, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Trees.delete(unfinished);
        try {
            switch (settings.format()) {
                case DOCKER ->
                    ImageFile.docker(images.reference(), images.all().get(0)).writeTar(unfinished, created);
                case OCI_TAR -> ImageFile.layout(images).writeTar(unfinished, created);
                case OCI -> {
                    ImageFile.layout(images).writeFolder(unfinished);
                    Trees.delete(file);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Trees.delete(unfinished);
        }
    }
}
