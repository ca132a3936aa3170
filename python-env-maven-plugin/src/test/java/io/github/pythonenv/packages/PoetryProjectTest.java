package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoetryProjectTest {

    @TempDir
    Path folder;

    @Test
    void theFirstPrimaryIndexTakesThePlaceOfTheDefaultOne() throws IOException {
        assertThat(project("""
                        [[tool.poetry.source]]
                        name = "own"
                        url = "https://own.example/simple"

                        [[tool.poetry.source]]
                        name = "more"
                        url = "https://more.example/simple"
                        """).indexes())
                .containsExactly(
                        new LockIndex("own", "https://own.example/simple", true),
                        new LockIndex("more", "https://more.example/simple", false));
    }

    @Test
    void whereThatIsPyPiTheDefaultOneStays() throws IOException {
        assertThat(project("""
                        [[tool.poetry.source]]
                        name = "PyPI"
                        priority = "primary"

                        [[tool.poetry.source]]
                        name = "own"
                        url = "https://own.example/simple"
                        """).indexes()).containsExactly(new LockIndex("own", "https://own.example/simple", false));
    }

    @Test
    void withoutALockNothingIsTakenFromElsewhereThanTheIndexesOfTheProject() throws IOException {
        PoetryProject project = project("""
                [tool.poetry.dependencies]
                private = {version = "^1", source = "own"}
                """);

        assertThatThrownBy(() -> new PoetryRequirements(project).main(List.of()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("private")
                .extracting(failure -> ((UserFailure) failure).hint())
                .asString()
                .contains("poetry lock");
    }

    @Test
    void oneVersionOfPythonMeansAllItsPatches() {
        assertThat(PoetryVersions.parse("3.9").pythonMarker()).isEqualTo("python_version == '3.9'");
        assertThat(PoetryVersions.parse("3.9.1").pythonMarker()).isEqualTo("python_full_version == '3.9.1'");
        assertThat(PoetryVersions.parse(">=3.9").pythonMarker()).isEqualTo("python_full_version >= '3.9'");
    }

    private PoetryProject project(String toml) throws IOException {
        Files.writeString(folder.resolve("pyproject.toml"), toml);
        return PoetryProject.read(folder);
    }
}
