package io.github.pythonenv.image;

import io.github.pythonenv.archive.TreeWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that an image consists of, by their names in the folder or archive: each name once, in an order that is
 * always the same.
 */
final class ImageFile {

    /** What a file consists of. */
    private sealed interface Content {
        record Document(String text) implements Content {}

        record Blob(Path file) implements Content {}
    }

    private final Map<String, Content> files = new LinkedHashMap<>();

    /**
     * The OCI layout of images.
     *
     * @param images of one name, each for another platform
     */
    static ImageFile layout(List<Image> images) {
        ImageFile layout = new ImageFile();
        layout.put("oci-layout", Json.object().put("imageLayoutVersion", "1.0.0").toString());
        ObjectNode index = index();
        ArrayNode manifests = index.putArray("manifests");
        for (Image image : images) {
            layout.blob(image.config());
            layout.blob(image.manifest());
            image.layers().forEach(layer -> layout.files.put(name(layer.digest()), new Content.Blob(layer.file())));
            ObjectNode entry = manifest(image);
            entry.putObject("annotations")
                    .put("org.opencontainers.image.ref.name", image.reference().tag());
            manifests.add(entry);
        }
        layout.put(LayoutBase.INDEX, index.toString());
        return layout;
    }

    /** The archive that {@code docker save} wrote before it wrote the OCI layout. */
    static ImageFile docker(Image image) {
        ImageFile archive = new ImageFile();
        String config = image.id().hex() + ".json";
        archive.put(config, image.config());
        List<String> layers = new ArrayList<>();
        for (Layer layer : image.layers()) {
            String name = layer.digest().hex() + "." + layer.packing().extension();
            archive.files.put(name, new Content.Blob(layer.file()));
            layers.add(name);
        }
        ObjectNode entry = Json.object().put("Config", config);
        entry.putArray("RepoTags").add(image.reference().toString());
        ArrayNode all = entry.putArray("Layers");
        layers.forEach(all::add);
        archive.put(SavedBase.MANIFEST, Json.object().arrayNode().add(entry).toString());
        return archive;
    }

    private static ObjectNode index() {
        return Json.object().put("schemaVersion", 2).put("mediaType", "application/vnd.oci.image.index.v1+json");
    }

    private static ObjectNode manifest(Image image) {
        ObjectNode entry = Image.descriptor(Image.MANIFEST_TYPE, image.manifest());
        entry.putObject("platform")
                .put("architecture", image.platform().architecture())
                .put("os", image.platform().os());
        return entry;
    }

    private void blob(String document) {
        put(name(Digest.of(document)), document);
    }

    private void put(String name, String document) {
        files.put(name, new Content.Document(document));
    }

    private static String name(Digest digest) {
        return "blobs/sha256/" + digest.hex();
    }

    /** Writes them into a folder, which is made. */
    void writeFolder(Path folder) throws IOException {
        for (Map.Entry<String, Content> one : files.entrySet()) {
            Path file = folder.resolve(one.getKey());
            Files.createDirectories(file.resolveSibling(""));
            if (one.getValue() instanceof Content.Blob blob) {
                Files.copy(blob.file(), file);
            } else if (one.getValue() instanceof Content.Document document) {
                Files.writeString(file, document.text());
            }
        }
    }

    /**
     * Writes them as a tar archive.
     *
     * @param time of every entry
     */
    void writeTar(Path archive, Instant time) throws IOException {
        long seconds = time.getEpochSecond();
        try (TreeWriter writer = TreeWriter.tar(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16))) {
            for (Map.Entry<String, Content> one : files.entrySet()) {
                if (one.getValue() instanceof Content.Blob blob) {
                    try (InputStream in = Files.newInputStream(blob.file())) {
                        writer.file(one.getKey(), 0644, seconds, Files.size(blob.file()), in);
                    }
                } else if (one.getValue() instanceof Content.Document document) {
                    byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
                    writer.file(one.getKey(), 0644, seconds, bytes.length, new ByteArrayInputStream(bytes));
                }
            }
        }
    }
}
