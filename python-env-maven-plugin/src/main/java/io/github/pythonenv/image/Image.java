package io.github.pythonenv.image;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image for one platform. The bytes of its documents, in UTF-8, are what it is named by.
 *
 * @param platform that it runs on
 * @param config the configuration
 * @param layers from the lowest on
 */
public record Image(ImagePlatform platform, String config, List<Layer> layers) {

    public Image {
        layers = List.copyOf(layers);
    }

    /** The digest of the configuration, which Docker calls the image's ID. */
    public Digest id() {
        return Digest.of(config);
    }

    /** The digest of the manifest, by which registries know it. */
    public Digest digest() {
        return Digest.of(manifest());
    }

    String manifest() {
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.MANIFEST);
        manifest.set("config", Json.descriptor(MediaTypes.CONFIG, config));
        ArrayNode all = manifest.putArray("layers");
        layers.forEach(layer -> all.add(Json.descriptor(layer.packing().mediaType(), layer.digest(), layer.bytes())));
        return manifest.toString();
    }
}
