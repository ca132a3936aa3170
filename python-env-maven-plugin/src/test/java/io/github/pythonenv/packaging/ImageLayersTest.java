package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.SampleState;
import io.github.pythonenv.image.Digest;
import io.github.pythonenv.image.ImagePlatform;
import io.github.pythonenv.image.Layer;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Interpreter, packages and code lie in layers of their own, and each depends on its own files alone. */
@DisabledOnOs(OS.WINDOWS)
class ImageLayersTest {

    private static final String SITE_PACKAGES = "lib/python3.14/site-packages/";

    @TempDir
    private Path folder;

    @Test
    void aLayerChangesWithItsOwnFilesAlone() throws IOException {
        List<Layer> first = layers(Map.of());
        Files.setLastModifiedTime(folder.resolve("files/os.py"), FileTime.from(Instant.EPOCH));
        List<Layer> again = layers(Map.of());
        List<Layer> otherCode = layers(Map.of("job.py", "print('other')"));
        List<Layer> otherPackage = layers(Map.of("numpy.pyc", "compiled by another"));

        assertThat(first).extracting(Layer::label).containsExactly("interpreter", "packages", "own code");
        assertThat(digests(again)).isEqualTo(digests(first));
        assertThat(digests(otherCode).subList(0, 2)).isEqualTo(digests(first).subList(0, 2));
        assertThat(digests(otherCode).get(2)).isNotEqualTo(digests(first).get(2));
        assertThat(digests(otherPackage).get(0)).isEqualTo(digests(first).get(0));
        assertThat(digests(otherPackage).get(1)).isNotEqualTo(digests(first).get(1));
        assertThat(digests(otherPackage).get(2)).isEqualTo(digests(first).get(2));
    }

    @Test
    void bytecodeLiesWithItsModuleAndFoldersWithTheirContents() throws IOException {
        List<Layer> layers = layers(Map.of());

        assertThat(names(layers.get(0)))
                .containsExactlyInAnyOrder(
                        "opt/app/bin/python",
                        "opt/app/bin/python3",
                        "opt/app/lib/python3.14/os.py",
                        "opt/app/lib/python3.14/__pycache__/os.cpython-314.pyc");
        assertThat(names(layers.get(1)))
                .containsExactlyInAnyOrder(
                        "opt/app/" + SITE_PACKAGES + "numpy.py",
                        "opt/app/" + SITE_PACKAGES + "__pycache__/numpy.cpython-314.pyc");
        assertThat(names(layers.get(2)))
                .containsExactlyInAnyOrder(
                        "opt/app/" + SITE_PACKAGES + "job.py",
                        "opt/app/" + SITE_PACKAGES + "__pycache__/job.cpython-314.pyc");
    }

    @Test
    void containersRunLinux() {
        assertThat(ImagePackager.platform("linux-x86_64")).isEqualTo(new ImagePlatform("linux", "amd64"));
        assertThat(ImagePackager.platform("linux-aarch64-musl")).isEqualTo(new ImagePlatform("linux", "arm64"));
        for (String other : List.of("macos-aarch64", "windows-x86_64", "linux-riscv64")) {
            assertThatThrownBy(() -> ImagePackager.platform(other))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("this environment is for " + other);
        }
    }

    private List<Layer> layers(Map<String, String> contents) throws IOException {
        EnvironmentState state = SampleState.get();
        Assembled parts = new Assembled(folder.resolve(".venv"), state.runtime(), state.runtime(), 1);
        Map<String, TreeEntry> tree = new TreeMap<>();
        tree.put("bin/python3", file(Part.INTERPRETER, "python3", contents));
        tree.put("bin/python", new TreeEntry.Link(Part.INTERPRETER, "python3"));
        tree.put("lib/python3.14/os.py", file(Part.INTERPRETER, "os.py", contents));
        tree.put("lib/python3.14/__pycache__/os.cpython-314.pyc", file(Part.BYTECODE, "os.pyc", contents));
        tree.put(SITE_PACKAGES + "numpy.py", file(Part.PACKAGES, "numpy.py", contents));
        tree.put(SITE_PACKAGES + "__pycache__/numpy.cpython-314.pyc", file(Part.BYTECODE, "numpy.pyc", contents));
        tree.put(SITE_PACKAGES + "job.py", file(Part.CODE, "job.py", contents));
        tree.put(SITE_PACKAGES + "__pycache__/job.cpython-314.pyc", file(Part.BYTECODE, "job.pyc", contents));
        return new ImageLayers(
                        request(), parts, "opt/app/", tree, new PackingProgress(ProgressListener.SILENT, "layers"))
                .write();
    }

    private TreeEntry file(Part part, String name, Map<String, String> contents) throws IOException {
        Path file = Files.createDirectories(folder.resolve("files")).resolve(name);
        Files.writeString(file, contents.getOrDefault(name, name));
        return new TreeEntry.Content(part, file, name.equals("python3"));
    }

    private PackageRequest request() {
        return new PackageRequest(
                "default",
                folder,
                "linux-x86_64",
                folder.resolve("image.tar"),
                folder.resolve("scratch"),
                Instant.parse("2026-01-02T03:04:05Z"),
                new PackageSettings(PackageFormat.TAR_GZ, List.of(), List.of(), List.of(), true));
    }

    private static List<Digest> digests(List<Layer> layers) {
        return layers.stream().map(Layer::digest).toList();
    }

    private List<String> names(Layer layer) throws IOException {
        Path into = folder.resolve("unpacked-" + layer.digest().hex());
        Archive.unpack(layer.file(), "", into, done -> {});
        try (var files = Files.walk(into)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> into.relativize(file).toString())
                    .toList();
        }
    }
}
