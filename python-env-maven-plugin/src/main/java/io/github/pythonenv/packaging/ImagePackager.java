package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.image.Base;
import io.github.pythonenv.image.Image;
import io.github.pythonenv.image.ImageMaker;
import io.github.pythonenv.image.ImagePlatform;
import io.github.pythonenv.image.Images;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes container images of environments.
 *
 * @param processes start the interpreter that compiles modules
 * @param variables of that interpreter
 * @param listener hears how far it is
 */
public record ImagePackager(Processes processes, Map<String, String> variables, ProgressListener listener) {

    /** Architectures by our names and by those of images. Source: the values of GOARCH. */
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch64", "arm64");

    /**
     * Makes the image of an environment, one build at a time. Equal environments, settings and bases make equal bytes.
     *
     * @throws UserFailure where that cannot be done; an image that was made earlier is still there then
     */
    public ImageReport make(ImageRequest request, ImageParts parts) {
        try {
            return PackingLock.holding(request.file(), request.scratch(), listener, () -> made(request, parts));
        } catch (UncheckedIOException e) {
            throw failure(request, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(request, e);
        }
    }

    private static UserFailure failure(ImageRequest request, IOException e) {
        return PackingFailure.of(
                "The image " + request.file() + " could not be made",
                "See that the environment and the base image can be read and that " + request.file()
                        + " can be written, and run the build again.",
                e);
    }

    private ImageReport made(ImageRequest request, ImageParts parts) throws IOException {
        ImageMaker maker = new ImageMaker(
                request.image(), request.time(), request.scratch().resolve("base"));
        maker.requirePlace(request.file(), request.platforms().size());
        Map<String, Base> bases = new LinkedHashMap<>();
        for (String platform : request.platforms()) {
            bases.put(platform, maker.base(platform(platform)));
        }
        List<Image> images = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        bases.forEach((platform, base) -> images.add(parts.during(platform, (assembled, variables) -> {
            try (PackingProgress progress = new PackingProgress(listener, "layers for " + platform)) {
                ImageLayers layers = layers(request, platform, assembled, progress);
                Image image = maker.make(base, platform(platform), variables, layers.write());
                traces.addAll(layers.traces());
                progress.whole();
                return image;
            }
        })));
        Images all = new Images(request.image().reference(), images);
        maker.write(all, request.file());
        return new ImageReport(
                request.file(), size(request.file()), request.image().format(), all, traces);
    }

    private ImageLayers layers(ImageRequest request, String platform, Assembled parts, PackingProgress progress) {
        PackageRequest one = request.forPlatform(platform);
        try {
            Files.createDirectories(one.scratch());
            PackedTree tree = PackedTree.of(one, parts, processes, variables);
            progress.expect(tree.entries().values());
            return new ImageLayers(
                    one, parts, request.image().directory().substring(1) + "/", tree.entries(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    "A container runs Linux on x86_64 or aarch64, and this environment is for " + id + ".",
                    "Name the platforms of the image: -Dpython-env.platforms=linux-x86_64,linux-aarch64. For another"
                            + " one than this machine's the packages have to be locked.");
        }
        return new ImagePlatform(parts[0], architecture);
    }
}
