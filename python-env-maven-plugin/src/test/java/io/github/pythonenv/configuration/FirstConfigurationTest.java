package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FirstConfigurationTest {

    @TempDir
    Path project;

    @Test
    void anEnvironmentForEachFileThatSaysWhatItIsFor() throws IOException {
        file(".python-version", "3.13");
        file("requirements.txt", "six");
        file("requirements-dev.txt", "pytest");
        file("docs_requirements.txt", "sphinx");
        file("pylock.gpu.toml", "lock-version = \"1.0\"");

        Map<String, Object> first = FirstConfiguration.of(project);

        assertThat(first).containsEntry("python", Map.of("version", "3.13"));
        assertThat(environments(first)).containsOnlyKeys("default", "dev", "docs", "gpu");
        assertThat(environments(first).get("dev"))
                .isEqualTo(Map.of("requirements", List.of("requirements.txt", "requirements-dev.txt")));
        assertThat(environments(first).get("gpu")).isEqualTo(Map.of("pylock", "pylock.gpu.toml"));
    }

    @Test
    void aPylockAlone() throws IOException {
        file("pylock.toml", "lock-version = \"1.0\"");

        assertThat(environments(FirstConfiguration.of(project)).get("default"))
                .isEqualTo(Map.of("purpose", "Main environment", "pylock", "pylock.toml"));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        file("requirements.txt", "six");
        file("requirements-dev.txt", "pytest");
        file(ProjectFile.NAME, JsonMapper.builder().build().writeValueAsString(FirstConfiguration.of(project)));

        Declarations read = ProjectFile.read(project, Optional.empty());

        assertThat(read.environments()).containsOnlyKeys("default", "dev");
        assertThat(read.environments().get("default").paths(Setting.REQUIREMENTS))
                .containsExactly(project.resolve("requirements.txt"));
    }

    @Test
    void anEmptyFolder() {
        assertThat(FirstConfiguration.of(project))
                .isEqualTo(Map.of(
                        "environments",
                        Map.of("default", Map.of("purpose", "Main environment", "packages", List.of()))));
    }

    @Test
    void whatIsNoFolder() throws IOException {
        Path file = Files.writeString(project.resolve("requirements.txt"), "");

        assertThatThrownBy(() -> FirstConfiguration.of(file))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains("-Dpython-env.initDirectory"))
                .hasMessage(file + " cannot be read: it is no folder.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environments(Map<String, Object> file) {
        return (Map<String, Object>) file.get("environments");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }
}
