package io.github.pythonenv.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image for one platform. The bytes of its documents, in UTF-8, are what it is named by.
 *
 * @param platform that it runs on
 * @param reference its name
 * @param config the configuration
 * @param layers from the lowest on
 */
public record Image(ImagePlatform platform, ImageReference reference, String config, List<Layer> layers) {

    static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";

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
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", MANIFEST_TYPE);
        manifest.set("config", descriptor(CONFIG_TYPE, config));
        ArrayNode all = manifest.putArray("layers");
        layers.forEach(layer -> all.add(descriptor(layer.packing().mediaType(), layer.digest(), layer.bytes())));
        return manifest.toString();
    }

    static ObjectNode descriptor(String type, String document) {
        return descriptor(type, Digest.of(document), document.getBytes(StandardCharsets.UTF_8).length);
    }

    private static ObjectNode descriptor(String type, Digest digest, long size) {
        return Json.object().put("mediaType", type).put("digest", digest.toString()).put("size", size);
    }
}
