package io.github.pythonenv.image;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image, for each of one or more platforms.
 *
 * @param reference its name
 * @param all one for each platform
 */
public record Images(ImageReference reference, List<Image> all) {

    public Images {
        all = List.copyOf(all);
    }

    /** The digest by which registries know it: that of the index, where there is one, or of the manifest. */
    public Digest digest() {
        return index().map(Digest::of).orElseGet(() -> all.get(0).digest());
    }

    /** The document that names the image for each platform, where there are several. */
    Optional<String> index() {
        if (all.size() == 1) {
            return Optional.empty();
        }
        ObjectNode index = Json.index();
        ArrayNode manifests = index.putArray("manifests");
        all.forEach(image -> manifests.add(entry(image)));
        return Optional.of(index.toString());
    }

    /** The folder's own index, which has the name. */
    String layoutIndex() {
        ObjectNode entry =
                index().map(index -> Json.descriptor(MediaTypes.INDEX, index)).orElseGet(() -> entry(all.get(0)));
        entry.putObject("annotations").put("org.opencontainers.image.ref.name", reference.tag());
        ObjectNode index = Json.index();
        index.putArray("manifests").add(entry);
        return index.toString();
    }

    private static ObjectNode entry(Image image) {
        ObjectNode entry = Json.descriptor(MediaTypes.MANIFEST, image.manifest());
        entry.putObject("platform")
                .put("architecture", image.platform().architecture())
                .put("os", image.platform().os());
        return entry;
    }
}
