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

/**
 * Makes images of layers, and writes them.
 *
 * @param settings how
 * @param created when, by the image's own word
 * @param scratch a folder for what the archive of a base has in it, which stays until the image is written
 */
public record ImageMaker(ImageSettings settings, Instant created, Path scratch) {

    /**
     * Reads the base, and looks at the image's place: what cannot be done is then known before layers are written.
     *
     * @throws UserFailure where the base is none for that platform, or something else stands in the image's place
     */
    public Base base(ImagePlatform platform, Path file) throws IOException {
        requireOurs(file);
        return settings.base().isPresent()
                ? new BaseReader(settings.base().get(), scratch).read(platform)
                : Base.scratch();
    }

    /**
     * Puts layers onto the base.
     *
     * @param added the layers, from the lowest on
     */
    public Image make(Base base, ImagePlatform platform, List<Layer> added) {
        List<Layer> layers = new ArrayList<>(base.layers());
        layers.addAll(added);
        String config = new ImageConfig(base, settings.process(), platform, created).text(added);
        return new Image(platform, settings.reference(), config, layers);
    }

    /** Writes an image beside its place, and puts it there when it is whole. */
    public void write(Image image, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Trees.delete(unfinished);
        try {
            switch (settings.format()) {
                case DOCKER -> ImageFile.docker(image).writeTar(unfinished, created);
                case OCI_TAR -> ImageFile.layout(List.of(image)).writeTar(unfinished, created);
                case OCI -> {
                    ImageFile.layout(List.of(image)).writeFolder(unfinished);
                    Trees.delete(file);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Trees.delete(unfinished);
        }
    }

    private void requireOurs(Path file) {
        boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        boolean layout = folder && Files.isRegularFile(file.resolve("oci-layout"));
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (settings.format() == ImageFormat.OCI ? there && !layout : folder) {
            throw new UserFailure(
                    file + " is in the way of the image: it is " + (folder ? "a folder" : "a file") + ".",
                    "Delete it, or name the image otherwise with packageName.");
        }
    }
}
