package io.github.pythonenv.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image in the OCI layout, read by the rules of the specification 1.1 and by nothing of what writes it: fails where
 * one is broken.
 */
public record Layout(Path folder) {

    /** The manifests that the index names, each looked through. */
    public List<JsonNode> manifests() throws IOException {
        assertThat(json(folder.resolve("oci-layout")).path("imageLayoutVersion").asString())
                .isEqualTo("1.0.0");
        JsonNode index = json(folder.resolve("index.json"));
        assertThat(index.path("schemaVersion").asInt()).isEqualTo(2);
        assertThat(index.path("mediaType").asString()).isEqualTo("application/vnd.oci.image.index.v1+json");
        Set<String> named = new TreeSet<>();
        assertThat(index.path("manifests").size())
                .as("one name, one descriptor")
                .isEqualTo(1);
        JsonNode only = index.path("manifests").get(0);
        List<JsonNode> entries = only.path("mediaType").asString().contains("index")
                ? json(blob(only, "application/vnd.oci.image.index.v1[+]json", named))
                        .path("manifests")
                        .valueStream()
                        .toList()
                : List.of(only);
        List<JsonNode> manifests =
                entries.stream().map(entry -> manifest(entry, named)).toList();
        try (Stream<Path> blobs = Files.list(folder.resolve("blobs/sha256"))) {
            assertThat(blobs.map(blob -> "sha256:" + blob.getFileName())).containsExactlyInAnyOrderElementsOf(named);
        }
        return manifests;
    }

    private JsonNode manifest(JsonNode entry, Set<String> named) {
        JsonNode manifest = json(blob(entry, "application/vnd.oci.image.manifest.v1[+]json", named));
        look(manifest, named);
        JsonNode config = config(manifest);
        assertThat(entry.path("platform").path("os")).isEqualTo(config.path("os"));
        assertThat(entry.path("platform").path("architecture")).isEqualTo(config.path("architecture"));
        return manifest;
    }

    /** The configuration that a manifest names. */
    public JsonNode config(JsonNode manifest) {
        return json(blob(manifest.path("config"), "application/vnd.oci.image.config.v1[+]json", new TreeSet<>()));
    }

    /** The file of a layer. */
    public Path layer(JsonNode manifest, int at) {
        return blob(manifest.path("layers").get(at), "application/vnd.oci.image.layer.v1.tar.*", new TreeSet<>());
    }

    private void look(JsonNode manifest, Set<String> named) {
        assertThat(manifest.path("schemaVersion").asInt()).isEqualTo(2);
        assertThat(manifest.path("mediaType").asString()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        JsonNode config = json(blob(manifest.path("config"), "application/vnd.oci.image.config.v1[+]json", named));
        int layers = manifest.path("layers").size();
        manifest.path("layers")
                .forEach(layer -> blob(layer, "application/vnd.oci.image.layer.v1.tar([+]gzip)?", named));
        assertThat(config.path("rootfs").path("type").asString()).isEqualTo("layers");
        assertThat(config.path("rootfs").path("diff_ids").size()).isEqualTo(layers);
        assertThat(config.path("history")
                        .valueStream()
                        .filter(entry -> !entry.path("empty_layer").asBoolean(false))
                        .count())
                .isEqualTo(layers);
        assertThat(config.path("os").asString()).isNotEmpty();
        assertThat(config.path("architecture").asString()).isNotEmpty();
    }

    private Path blob(JsonNode descriptor, String type, Set<String> named) {
        String digest = descriptor.path("digest").asString();
        Path blob = folder.resolve("blobs").resolve(digest.replace(':', '/'));
        assertThat(descriptor.path("mediaType").asString()).matches(type);
        assertThat(blob).hasSize(descriptor.path("size").asLong());
        try {
            assertThat("sha256:" + Digests.sha256(blob)).isEqualTo(digest);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        named.add(digest);
        return blob;
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
