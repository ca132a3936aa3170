package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    @TempDir
    Path root;

    @BeforeEach
    void project() throws IOException {
        write("pyproject.toml", "[project]");
        write("src/lib/__init__.py", "x = 1");
    }

    @Test
    void changesWithAContentANameAndANewFile() throws IOException {
        String before = SourceTree.digest(root);

        write("src/lib/__init__.py", "x = 2");
        String content = SourceTree.digest(root);
        Files.move(root.resolve("src/lib/__init__.py"), root.resolve("src/lib/init.py"));
        String name = SourceTree.digest(root);
        write("README.md", "");

        assertThat(content).isNotEqualTo(before);
        assertThat(name).isNotEqualTo(content);
        assertThat(SourceTree.digest(root)).isNotEqualTo(name);
    }

    @Test
    void isBlindToWhatBuildsWrite() throws IOException {
        String before = SourceTree.digest(root);

        write("src/lib/__pycache__/lib.cpython-314.pyc", "bytes");
        write("src/lib/lib.pyc", "bytes");
        write("build/lib/lib/__init__.py", "x = 1");
        write("dist/lib.whl", "zip");
        write("lib.egg-info/PKG-INFO", "Name: lib");
        write(".venv/pyvenv.cfg", "home = /");

        assertThat(SourceTree.digest(root)).isEqualTo(before);
    }

    @Test
    void isBlindToWhereItLies() throws IOException {
        Path moved = Files.createDirectory(root.resolveSibling(root.getFileName() + "-moved"));
        try {
            Files.writeString(moved.resolve("pyproject.toml"), "[project]");
            Files.createDirectories(moved.resolve("src/lib"));
            Files.writeString(moved.resolve("src/lib/__init__.py"), "x = 1");

            assertThat(SourceTree.digest(moved)).isEqualTo(SourceTree.digest(root));
        } finally {
            Trees.delete(moved);
        }
    }

    @Test
    void seesAChangeBehindALink(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("shared.py"), "x = 1");
        Files.createSymbolicLink(root.resolve("src/lib/shared.py"), elsewhere.resolve("shared.py"));
        String before = SourceTree.digest(root);

        Files.writeString(elsewhere.resolve("shared.py"), "x = 2");

        assertThat(SourceTree.digest(root)).isNotEqualTo(before);
    }

    @Test
    void standsALinkToItself() throws IOException {
        Files.createSymbolicLink(root.resolve("src/loop"), root);
        Files.createSymbolicLink(root.resolve("src/nowhere"), Path.of("gone"));

        assertThat(SourceTree.digest(root)).matches("[0-9a-f]{64}");
    }

    @Test
    void isAbsentWhereThereIsNoFolder() {
        assertThat(SourceTree.digest(root.resolve("gone"))).isEqualTo(InputDigests.ABSENT);
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
