package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the archetype makes builds at once. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ArchetypeIT {

    @Test
    void generatesAProjectThatRunsItsProgram(Projects projects) {
        MavenProject folder = projects.empty("generated");
        folder.maven()
                .with(
                        "-DarchetypeGroupId=io.github.pythonenv",
                        "-DarchetypeArtifactId=python-env-archetype",
                        "-DarchetypeVersion=" + Settings.version(),
                        "-DgroupId=com.example",
                        "-DartifactId=rainfall",
                        "-Dversion=1.0-SNAPSHOT")
                .run("org.apache.maven.plugins:maven-archetype-plugin:" + Settings.archetypePlugin() + ":generate")
                .succeeds();

        MavenProject generated = new MavenProject(folder.file("rainfall"));
        assertThat(generated.file(".gitignore")).content().contains(".venv/");
        assertThat(generated.maven().run("verify").succeeds().output()).contains("valley", "631");
        assertThat(generated.file(".venv/pyvenv.cfg")).exists();
    }
}
