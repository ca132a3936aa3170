package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PytestConfigurationTest {

    @TempDir
    Path project;

    @ParameterizedTest
    @CsvSource({
        "pytest.toml, [pytest]",
        ".pytest.toml, [pytest]",
        "pytest.ini, [pytest]",
        ".pytest.ini, [pytest]",
        "pyproject.toml, [tool.pytest]",
        "pyproject.toml, [tool.pytest.ini_options]",
        "pyproject.toml, [ tool.pytest.ini_options ] # for tests",
        "tox.ini, [pytest]",
        "setup.cfg, [tool:pytest]"
    })
    void findsASettingInEveryFileThatPytestReads(String file, String header) throws IOException {
        write(file, "[other]\nx = 1\n\n" + header + "\naddopts = \"-x\"\ntestpaths = [\"checks\"]\n");

        PytestConfiguration found = PytestConfiguration.of(project).orElseThrow();

        assertThat(found.folder()).isEqualTo(project);
        assertThat(found.has("testpaths")).isTrue();
        assertThat(found.has("pythonpath")).isFalse();
    }

    @Test
    void looksAtItsOwnSectionOnly() throws IOException {
        write("pyproject.toml", """
                [tool.other]
                testpaths = ["not this"]

                [tool.pytest.ini_options]
                markers = [
                  "slow: takes long",
                ]
                pythonpath = ["lib"]

                [tool.more]
                testpaths = ["nor this"]
                """);

        PytestConfiguration found = PytestConfiguration.of(project).orElseThrow();

        assertThat(found.has("pythonpath")).isTrue();
        assertThat(found.has("testpaths")).isFalse();
    }

    @Test
    void isNotMisledByCommentsAndFilesOfOthers() throws IOException {
        write("pyproject.toml", "[project]\nname = \"a\"\n# [tool.pytest.ini_options]\n");
        write("pytest.ini", "[pytest]\n# testpaths = checks\n");

        assertThat(PytestConfiguration.of(project).orElseThrow().has("testpaths"))
                .isFalse();
        Files.delete(project.resolve("pytest.ini"));
        assertThat(PytestConfiguration.of(project)
                        .filter(found -> found.folder().startsWith(project)))
                .isEmpty();
    }

    @Test
    void findsTheOneOfAFolderAbove() throws IOException {
        write("pytest.ini", "[pytest]\npythonpath = lib\n");
        Path module = Files.createDirectories(project.resolve("modules/one"));

        assertThat(PytestConfiguration.of(module).orElseThrow().folder()).isEqualTo(project);
    }

    @Test
    void readsOnOverAFileThatIsNoText() throws IOException {
        Files.write(project.resolve("setup.cfg"), "[tool:pytest]\nä = 1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PytestConfiguration.of(project)
                        .filter(found -> found.folder().startsWith(project)))
                .isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(project.resolve(file), text);
    }
}
