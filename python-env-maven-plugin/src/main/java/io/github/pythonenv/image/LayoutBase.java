package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an image of a folder in the OCI layout, and compares every digest. Also where its documents have the types of
 * Docker's own format, which differ by name alone.
 *
 * @param folder the layout
 * @param file what the user named, for messages
 */
record LayoutBase(Path folder, Path file) {

    static final String INDEX = "index.json";

    /** Indexes within indexes: there is one level in practice. */
    private static final int DEEPEST = 4;

    Base read(ImagePlatform platform) throws IOException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        collect(Json.read(folder.resolve(INDEX)), platform, found, others, 0);
        if (found.isEmpty()) {
            throw others.isEmpty()
                    ? Json.broken(folder.resolve(INDEX), "it names no image")
                    : BaseReader.other(file, String.join(", ", others), platform);
        }
        if (found.size() > 1) {
            throw new UserFailure(
                    "There are " + found.size() + " images for " + platform + " in " + file + ".",
                    "Leave one in it: skopeo copy oci:FOLDER:TAG oci:base:latest.");
        }
        return base(found.values().iterator().next());
    }

    /** Manifests for the platform, by their digests; and which platforms others are for. */
    private void collect(
            JsonNode index, ImagePlatform wanted, Map<String, JsonNode> found, List<String> others, int depth)
            throws IOException {
        for (JsonNode entry : index.path("manifests")) {
            String type = entry.path("mediaType").asString("");
            if (type.endsWith("image.index.v1+json") || type.endsWith("manifest.list.v2+json")) {
                if (depth == DEEPEST) {
                    throw Json.broken(folder.resolve(INDEX), "its indexes name each other");
                }
                collect(document(entry), wanted, found, others, depth + 1);
                continue;
            }
            JsonNode manifest = document(entry);
            ImagePlatform platform = BaseReader.platform(
                    entry.has("platform") ? entry.path("platform") : document(manifest.path("config")));
            if (platform.equals(wanted)) {
                found.put(entry.path("digest").asString(), manifest);
            } else {
                others.add(platform.toString());
            }
        }
    }

    private Base base(JsonNode manifest) throws IOException {
        if (!(document(manifest.path("config")) instanceof ObjectNode config)) {
            throw Json.broken(file, "its configuration is none");
        }
        List<JsonNode> diffIds =
                config.path("rootfs").path("diff_ids").valueStream().toList();
        List<JsonNode> descriptors = manifest.path("layers").valueStream().toList();
        if (diffIds.size() != descriptors.size()) {
            throw Json.broken(file, "it has " + descriptors.size() + " layers and tells of " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int at = 0; at < descriptors.size(); at++) {
            Path blob = blob(descriptors.get(at));
            layers.add(new Layer(
                    "base",
                    packing(descriptors.get(at).path("mediaType").asString("")),
                    blob,
                    Digest.read(descriptors.get(at).path("digest").asString(""), file),
                    Digest.read(diffIds.get(at).asString(""), file),
                    Files.size(blob)));
        }
        return new Base(config, layers);
    }

    private Layer.Packing packing(String type) {
        if (type.endsWith(".tar")) {
            return Layer.Packing.NONE;
        }
        if (type.endsWith(".tar+gzip") || type.endsWith(".tar.gzip")) {
            return Layer.Packing.GZIP;
        }
        if (type.endsWith(".tar+zstd") || type.endsWith(".tar.zstd")) {
            return Layer.Packing.ZSTD;
        }
        throw Json.broken(file, "a layer is of the type '" + type + "', which is not known");
    }

    private JsonNode document(JsonNode descriptor) throws IOException {
        return Json.read(blob(descriptor));
    }

    /** The file that a descriptor names, whose bytes are what it says. */
    private Path blob(JsonNode descriptor) throws IOException {
        Digest digest = Digest.read(descriptor.path("digest").asString(""), file);
        Path blob = folder.resolve("blobs").resolve("sha256").resolve(digest.hex());
        if (!Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS)) {
            throw Json.broken(file, "it names " + digest + ", which is not in it");
        }
        if (!Digests.sha256(blob).equals(digest.hex())) {
            throw Json.broken(blob, "its bytes are not those that it is named by");
        }
        return blob;
    }
}
