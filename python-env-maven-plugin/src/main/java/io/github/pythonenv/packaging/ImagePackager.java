package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.image.Base;
import io.github.pythonenv.image.Image;
import io.github.pythonenv.image.ImageMaker;
import io.github.pythonenv.image.ImagePlatform;
import io.github.pythonenv.image.ImageSettings;
import io.github.pythonenv.image.Layer;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.DiskFault;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes container images of environments.
 *
 * @param processes start the interpreter that compiles modules
 * @param variables of that interpreter
 */
public record ImagePackager(Processes processes, Map<String, String> variables) {

    /** Architectures by our names and by those of images. Source: the values of GOARCH. */
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch64", "arm64");

    /**
     * Makes the image of an environment. Equal environments, settings and bases make equal bytes.
     *
     * @param request the environment; its file is that of the image
     * @throws UserFailure where that cannot be done; an image that was made earlier is still there then
     */
    public ImageReport make(PackageRequest request, ImageSettings settings) {
        ImagePlatform platform = platform(request.platform());
        try {
            Trees.delete(request.scratch());
            Files.createDirectories(request.scratch());
            try {
                return made(request, settings, platform);
            } finally {
                Trees.delete(request.scratch());
            }
        } catch (IOException e) {
            boolean full = DiskFault.of(e) == DiskFault.FULL;
            throw new UserFailure(
                    "The image " + request.file() + " could not be made: "
                            + (full ? "there is no space left on the disk (" + e.getMessage() + ")." : e + "."),
                    full
                            ? "Make room there, and run the build again."
                            : "See that the environment and the base image can be read and that " + request.file()
                                    + " can be written, and run the build again.",
                    e);
        }
    }

    private ImageReport made(PackageRequest request, ImageSettings settings, ImagePlatform platform)
            throws IOException {
        ImageMaker maker = new ImageMaker(settings, request.time(), request.scratch().resolve("base"));
        Base base = maker.base(platform, request.file());
        PackedTree tree = PackedTree.of(request, processes, variables);
        ImageLayers written = new ImageLayers(request, settings.directory().substring(1) + "/", tree.entries());
        List<Layer> layers = written.write();
        Image image = maker.make(base, platform, layers);
        maker.write(image, request.file());
        return new ImageReport(
                request.file(), size(request.file()), settings.format(), image, tree.leftOut(), written.traces());
    }

    private static long size(Path file) throws IOException {
        return Files.isDirectory(file) ? Trees.size(file) : Files.size(file);
    }

    /** @param id of the environment's platform, such as {@code linux-x86_64} */
    static ImagePlatform platform(String id) {
        String[] parts = id.split("-", -1);
        String architecture = parts.length > 1 ? ARCHITECTURES.get(parts[1]) : null;
        if (!parts[0].equals("linux") || architecture == null) {
            throw new UserFailure(
                    "A container runs Linux, and this environment is for " + id + ".",
                    "Make the image on Linux, for example on the build server.");
        }
        return new ImagePlatform(parts[0], architecture);
    }
}
