package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.progress.ProgressEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the embeddable package, on a folder of that shape. */
class EmbeddableTest {
    @TempDir
    Path folder;

    private Path root;
    private final List<ProgressEvent> events = new ArrayList<>();

    @BeforeEach
    void unpackAPackage() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        for (String name : List.of("python.exe", "pythonw.exe", "python314.dll", "python3.dll", "_ssl.pyd")) {
            Files.writeString(root.resolve(name), "MZ " + name);
        }
        Files.writeString(root.resolve("python314._pth"), "python314.zip\n.\n\n#import site\n");
        FakeStandalone.zip(root.resolve("python314.zip"), Map.of("os.pyc", "os", "json/__init__.pyc", "json"));
    }

    @Test
    void becomesAnOrdinaryInstallation() throws IOException {
        Embeddable.spread(root);

        assertThat(root.resolve("python314._pth")).doesNotExist();
        assertThat(root.resolve("python314.zip")).doesNotExist();
        assertThat(root.resolve("Lib/os.pyc")).hasContent("os");
        assertThat(root.resolve("Lib/json/__init__.pyc")).hasContent("json");
        assertThat(root.resolve("Lib/site-packages")).isDirectory();
        assertThat(root.resolve("_ssl.pyd")).exists();
    }

    @Test
    void getsThePipThatAMavenArtifactBrings() throws IOException {
        Embeddable.spread(root);
        Path wheel = FakeStandalone.zip(
                folder.resolve("pip-26.0-py3-none-any.whl"),
                Map.of("pip/__main__.py", "run", "pip-26.0.dist-info/RECORD", ""));
        Path jar = folder.resolve("cpython.jar");
        try (var out = Files.newOutputStream(jar);
                var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(
                    "org/example/cpython/windows-x86_64/lib/ensurepip/_bundled/" + wheel.getFileName()));
            zip.write(Files.readAllBytes(wheel));
        }
        Distribution donor = new Distribution(
                new PythonVersion(3, 14, 3),
                "windows-x86_64",
                Source.MAVEN,
                new MavenArtifact("org.example", "cpython", "1", "windows-x86_64"),
                Digests.sha256(jar),
                new Needs(new Floor.None(), List.of()),
                0);

        embeddable(Catalogue.of(List.of(donor)), jar).addPip(tree());

        assertThat(root.resolve("Lib/site-packages/pip/__main__.py")).hasContent("run");
        assertThat(root.resolve(".pip")).doesNotExist();
        assertThat(events).isEmpty();
    }

    @Test
    void saysThatNoPipCouldBeHad() throws IOException {
        Embeddable.spread(root);

        embeddable(Catalogue.of(List.of()), folder).addPip(tree());

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProgressEvent.Warning.class,
                        warning -> assertThat(warning.text()).contains("no pip").contains("<uvExecutable>"));
    }

    @Test
    void mayLackTheMeansToMakeEnvironments() {
        ModuleTrouble absent = new ModuleTrouble.Absent("venv");
        ModuleTrouble broken = new ModuleTrouble.Failed("venv", "why");

        assertThat(Embeddable.unexpected(List.of(absent, broken))).containsExactly(broken);
    }

    private InstallationTree tree() {
        return new InstallationTree(root, root, new PythonVersion(3, 14, 3), OperatingSystem.WINDOWS);
    }

    private Embeddable embeddable(Catalogue catalogue, Path artifact) {
        return new Embeddable(
                new Supplies(
                        catalogue,
                        (groupId, artifactId, version, extension, classifier) -> artifact,
                        Networks.none(),
                        MachinePythons.none()),
                events::add);
    }
}
