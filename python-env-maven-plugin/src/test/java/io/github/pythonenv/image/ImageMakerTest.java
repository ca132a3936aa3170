package io.github.pythonenv.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.archive.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Images of small layers, in each format, and on each other. */
class ImageMakerTest {

    private static final ImagePlatform AMD64 = new ImagePlatform("linux", "amd64");
    private static final ImagePlatform ARM64 = new ImagePlatform("linux", "arm64");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path folder;

    @Test
    void writesTheLayoutBySpecification() throws IOException {
        Path layout = write(ImageFormat.OCI, Optional.empty(), AMD64, "image", "first", "second");

        List<JsonNode> manifests = new Layout(layout).manifests();

        assertThat(manifests).hasSize(1);
        JsonNode config = new Layout(layout).config(manifests.get(0));
        assertThat(config.path("created").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(config.path("config").toString())
                .isEqualTo("{\"User\":\"10001\",\"Env\":[\"PATH=/opt/app/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:"
                        + "/usr/bin:/sbin:/bin\",\"MODE=fast\"],\"Cmd\":[\"/opt/app/bin/run\"],\"WorkingDir\":\"/\","
                        + "\"ExposedPorts\":{\"8000/tcp\":{}},\"Labels\":{\"title\":\"app\"}}");
        Path unpacked = folder.resolve("unpacked");
        Archive.unpack(new Layout(layout).layer(manifests.get(0), 1), "", unpacked, done -> {});
        assertThat(unpacked.resolve("opt/app/second")).hasContent("second");
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void takesAsABaseWhatItWrites(ImageFormat format) throws IOException {
        Path base = write(format, Optional.empty(), AMD64, "base" + format.extension(), "libc");
        Path again = write(format, Optional.empty(), AMD64, "again" + format.extension(), "libc");
        if (format != ImageFormat.OCI) {
            assertThat(Files.mismatch(base, again)).isEqualTo(-1);
        }

        Path image = write(ImageFormat.OCI, Optional.of(base), AMD64, "image", "interpreter", "packages");

        Layout layout = new Layout(image);
        JsonNode manifest = layout.manifests().get(0);
        assertThat(manifest.path("layers").size()).isEqualTo(3);
        assertThat(layout.config(manifest)
                        .path("history")
                        .valueStream()
                        .map(one -> one.path("comment").asString()))
                .containsExactly("libc", "interpreter", "packages");
        // Its own variables come before, and once.
        assertThat(layout.config(manifest).path("config").path("Env").toString())
                .startsWith("[\"PATH=/opt/app/bin:/opt/app/bin:/usr/local/sbin:")
                .endsWith("\",\"MODE=fast\"]");
    }

    @Test
    void severalPlatformsAreAnIndexWithOneName() throws IOException {
        Path base = folder.resolve("base");
        ImageMaker maker = maker(ImageFormat.OCI, Optional.empty(), "base");
        List<Image> both = List.of(
                maker.make(Base.scratch(), AMD64, Map.of(), List.of(written("amd64", "amd64"))),
                maker.make(Base.scratch(), ARM64, Map.of(), List.of(written("arm64", "arm64"))));
        Images images = new Images(ImageReference.parse("team/app:1.0"), both);

        maker.write(images, base);

        assertThat(new Layout(base).manifests()).hasSize(2);
        assertThat(base.resolve("blobs/sha256/" + images.digest().hex())).exists();
        for (ImagePlatform platform : List.of(AMD64, ARM64)) {
            Path image = write(ImageFormat.OCI, Optional.of(base), platform, "on-" + platform.architecture(), "code");
            JsonNode manifest = new Layout(image).manifests().get(0);
            assertThat(new Layout(image)
                            .config(manifest)
                            .path("history")
                            .valueStream()
                            .map(one -> one.path("comment").asString()))
                    .containsExactly(platform.architecture(), "code");
        }
        assertThatThrownBy(() -> maker(ImageFormat.DOCKER, Optional.empty(), "image")
                        .requirePlace(folder.resolve("image.tar"), 2))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("holds one platform");
    }

    @Test
    void dockersArchiveNamesEachLayerOnceInAnyNumber() throws IOException {
        Path archive = write(ImageFormat.DOCKER, Optional.empty(), AMD64, "image.tar", "same", "same");
        Path unpacked = folder.resolve("unpacked");
        Archive.unpack(archive, "", unpacked, done -> {});

        JsonNode image = JsonMapper.shared()
                .readTree(unpacked.resolve("manifest.json").toFile())
                .get(0);

        assertThat(image.path("RepoTags").toString()).isEqualTo("[\"team/app:1.0\"]");
        assertThat(image.path("Layers").size()).isEqualTo(2);
        assertThat(image.path("Layers").get(0)).isEqualTo(image.path("Layers").get(1));
        image.path("Layers")
                .forEach(layer -> assertThat(unpacked.resolve(layer.asString())).exists());
    }

    /** As docker save wrote for years: layers that are not packed, an entry point, and no history. */
    @Test
    void keepsWhatTheBaseSaysAndIsNotSaidAnew() throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Path layer = written("libc", "libc").file();
        Path plain = Files.createDirectories(saved.resolve("abc")).resolve("layer.tar");
        try (var in = new GZIPInputStream(Files.newInputStream(layer))) {
            Files.copy(in, plain);
        }
        String diffId = Digests.sha256(plain);
        Files.writeString(
                saved.resolve("config.json"),
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"variant\":\"v2\",\"config\":{\"Entrypoint\":[\"/init\"],"
                        + "\"Env\":[\"LANG=C.UTF-8\",\"MODE=slow\"],\"WorkingDir\":\"/srv\",\"Labels\":null},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + diffId + "\"]}}");
        Files.writeString(
                saved.resolve("manifest.json"),
                "[{\"Config\":\"config.json\",\"RepoTags\":null,\"Layers\":[\"abc/layer.tar\"]}]");

        Path image = write(ImageFormat.OCI, Optional.of(saved), AMD64, "image", "code");

        Layout layout = new Layout(image);
        JsonNode manifest = layout.manifests().get(0);
        assertThat(manifest.path("layers").get(0).path("mediaType").asString())
                .isEqualTo("application/vnd.oci.image.layer.v1.tar");
        JsonNode config = layout.config(manifest);
        assertThat(config.path("variant").asString()).isEqualTo("v2");
        assertThat(config.path("config").path("Entrypoint").toString()).isEqualTo("[\"/init\"]");
        assertThat(config.path("config").path("WorkingDir").asString()).isEqualTo("/srv");
        assertThat(config.path("config").path("Env").toString())
                .startsWith("[\"PATH=/opt/app/bin:")
                .endsWith("\"LANG=C.UTF-8\",\"MODE=fast\"]");
        assertThat(config.path("config").path("Labels").toString()).isEqualTo("{\"title\":\"app\"}");

        Files.writeString(plain, "another");
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(saved), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("layer.tar: its bytes are not those that the configuration tells of");
        new Layout(image).manifests();
    }

    @Test
    void refusesBasesThatAreNone() throws IOException {
        Path arm = write(ImageFormat.OCI, Optional.empty(), ARM64, "arm", "libc");
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(arm), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessage("The base image " + arm + " is for linux/arm64, and the environment for linux/amd64.");
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(folder.resolve("no.tar")), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("There is no base image");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(empty), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is no image: there is neither index.json nor manifest.json in it");
        Path text = Files.writeString(folder.resolve("base.txt"), "FROM debian\n");
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(text), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is the text 'FROM debian'");
        assertThat(folder.resolve("image")).doesNotExist();
    }

    @Test
    void comparesEveryDigestOfALayout() throws IOException {
        Path base = write(ImageFormat.OCI, Optional.empty(), AMD64, "base", "libc");
        JsonNode manifest = new Layout(base).manifests().get(0);
        Path layer = new Layout(base).layer(manifest, 0);
        Files.writeString(layer, "another");

        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(base), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("its bytes are not those that it is named by");
        Files.delete(layer);
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(base), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("which is not in it");
        Files.writeString(base.resolve("index.json"), "{\"manifests\":[{\"digest\":\"sha256:../../etc/passwd\"}]}");
        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.of(base), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("which is no SHA-256");
    }

    @Test
    void leavesWhatIsNoImage() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("image"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> write(ImageFormat.OCI, Optional.empty(), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is in the way of the image");
        assertThatThrownBy(() -> write(ImageFormat.DOCKER, Optional.empty(), AMD64, "image", "code"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is in the way of the image");
        assertThat(mine.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void namesAreThoseThatRegistriesTake() {
        assertThat(ImageReference.of("My.App_2", "1.0+build")).hasToString("my-app-2:1.0-build");
        assertThat(ImageReference.parse("registry.example.com:5000/team/app"))
                .isEqualTo(new ImageReference("registry.example.com:5000/team/app", "latest"));
        for (String wrong : List.of("Team/App:1", "app:", "app: 1", "", "app::1", "a//b")) {
            assertThatThrownBy(() -> ImageReference.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("cannot be the name of an image");
        }
    }

    private Path write(ImageFormat format, Optional<Path> base, ImagePlatform platform, String name, String... contents)
            throws IOException {
        Path file = folder.resolve(name);
        ImageMaker maker = maker(format, base, name);
        maker.requirePlace(file, 1);
        Base below = maker.base(platform);
        List<Layer> layers = new ArrayList<>();
        for (String content : contents) {
            layers.add(written(content, content));
        }
        maker.write(
                new Images(
                        ImageReference.parse("team/app:1.0"), List.of(maker.make(below, platform, Map.of(), layers))),
                file);
        return file;
    }

    private ImageMaker maker(ImageFormat format, Optional<Path> base, String name) {
        ProcessSettings process = new ProcessSettings(
                "10001",
                Optional.empty(),
                "/opt/app/bin",
                new TreeMap<>(Map.of("MODE", "fast")),
                List.of(),
                List.of("/opt/app/bin/run"),
                List.of("8000"),
                new TreeMap<>(Map.of("title", "app")));
        return new ImageMaker(
                new ImageSettings(ImageReference.parse("team/app:1.0"), base, "/opt/app", process, format),
                TIME,
                folder.resolve("scratch-" + name));
    }

    private Layer written(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return LayerFile.write(
                name,
                folder.resolve("layer-" + name),
                writer -> writer.file(
                        "opt/app/" + name, 0644, TIME.getEpochSecond(), bytes.length, new ByteArrayInputStream(bytes)));
    }
}
