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
import java.util.LinkedHashMap;
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

    /** The OCI layout. */
    static ImageFile layout(Images images) {
        ImageFile layout = new ImageFile();
        layout.put(
                "oci-layout", Json.object().put("imageLayoutVersion", "1.0.0").toString());
        for (Image image : images.all()) {
            layout.blob(image.config());
            layout.blob(image.manifest());
            image.layers().forEach(layer -> layout.files.put(name(layer.digest()), new Content.Blob(layer.file())));
        }
        images.index().ifPresent(layout::blob);
        layout.put(LayoutBase.INDEX, images.layoutIndex());
        return layout;
    }

    /** The archive that {@code docker save} wrote before it wrote the OCI layout. */
    static ImageFile docker(ImageReference reference, Image image) {
        ImageFile archive = new ImageFile();
        String config = image.id().hex() + ".json";
        archive.put(config, image.config());
        ObjectNode entry = Json.object().put("Config", config);
        entry.putArray("RepoTags").add(reference.toString());
        ArrayNode layers = entry.putArray("Layers");
        for (Layer layer : image.layers()) {
            String name = layer.digest().hex() + "." + layer.packing().extension();
            archive.files.put(name, new Content.Blob(layer.file()));
            layers.add(name);
        }
        archive.put(SavedBase.MANIFEST, Json.object().arrayNode().add(entry).toString());
        return archive;
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
