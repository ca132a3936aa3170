package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.DigestOutput;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an image that {@code docker save} wrote before it wrote the OCI layout, and that skopeo, podman and Jib write as
 * {@code docker-archive}. The digest of each layer is compared with the configuration.
 *
 * @param folder the unpacked archive
 * @param file what the user named, for messages
 */
record SavedBase(Path folder, Path file) {

    static final String MANIFEST = "manifest.json";

    private static final int GZIP = 0x1f8b;

    Base read() throws IOException {
        JsonNode images = Json.read(folder.resolve(MANIFEST));
        if (images.size() != 1) {
            throw new UserFailure(
                    "There are " + images.size() + " images in " + file + ".",
                    "Save one alone: docker save -o base.tar IMAGE.");
        }
        JsonNode image = images.get(0);
        if (!(Json.read(inside(image.path("Config"))) instanceof ObjectNode config)) {
            throw Json.broken(file, "its configuration is none");
        }
        List<JsonNode> diffIds =
                config.path("rootfs").path("diff_ids").valueStream().toList();
        List<JsonNode> names = image.path("Layers").valueStream().toList();
        if (diffIds.size() != names.size()) {
            throw Json.broken(file, "it has " + names.size() + " layers and tells of " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            layers.add(layer(inside(names.get(at)), Digest.read(diffIds.get(at).asString(""), file)));
        }
        return new Base(config, layers);
    }

    private Layer layer(Path tar, Digest diffId) throws IOException {
        boolean packed = isGzip(tar);
        Digest digest = new Digest(Digests.sha256(tar));
        if (!(packed ? unpacked(tar) : digest).equals(diffId)) {
            throw Json.broken(tar, "its bytes are not those that the configuration tells of");
        }
        return new Layer(
                "base", packed ? Layer.Packing.GZIP : Layer.Packing.NONE, tar, digest, diffId, Files.size(tar));
    }

    private static boolean isGzip(Path tar) throws IOException {
        try (InputStream in = Files.newInputStream(tar)) {
            return (in.read() << 8 | in.read()) == GZIP;
        }
    }

    private static Digest unpacked(Path tar) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(tar), 1 << 16)) {
            DigestOutput digest = new DigestOutput(OutputStream.nullOutputStream());
            in.transferTo(digest);
            return new Digest(digest.sha256());
        } catch (ZipException e) {
            throw Json.broken(tar, "it is damaged (" + e.getMessage() + ")");
        }
    }

    /** A layer may be a link to another one that is the same: links of the archive lead nowhere else. */
    private Path inside(JsonNode name) throws IOException {
        Path path = folder.resolve(name.asString("")).normalize();
        if (!path.startsWith(folder) || !Files.isRegularFile(path)) {
            throw Json.broken(file, "it names '" + name.asString("") + "', which is not in it");
        }
        return path.toRealPath();
    }
}
