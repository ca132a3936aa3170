package io.github.pythonenv.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectTest {

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void whatTheArchetypePluginMade() throws IOException {
        project = Files.createDirectory(folder.resolve("rainfall"));
    }

    @Test
    void takesTheParentOver() throws IOException {
        Files.writeString(project.resolve("pom.xml"), """
                <project>
                  <parent>
                    <artifactId>above</artifactId>
                  </parent>
                </project>
                """);

        NewProject.write(project, Map.of("artifactId", "rainfall", "pythonEnvVersion", "1.0"));

        assertThat(project.resolve("pom.xml")).content().contains("""
                  <modelVersion>4.0.0</modelVersion>

                  <parent>
                    <artifactId>above</artifactId>
                  </parent>

                  <groupId>com.example</groupId>
                """);
    }

    @Test
    void leavesNothingBehindAfterAWrongAnswer() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "<project/>");

        assertThatThrownBy(() -> NewProject.write(project, Map.of("artifactId", "rainfall", "template", "none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("template is 'none'")
                .hasMessageContaining("minimal");
        assertThat(project).doesNotExist();
    }
}
