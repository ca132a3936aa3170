package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.harness.Venv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From each kind of input to a working environment; then nothing to do, also offline; then a change. Maven reads what
 * stands in a POM, so that is tried with each of its versions, and one kind of file is; the others are read by ourselves.
 */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class InputsIT {

    @ParameterizedTest
    @EnumSource(Maven.class)
    void requirements(Maven maven, Projects projects) {
        MavenProject project = projects.copy("requirements");

        firstThenNothing(project, maven);
        assertThat(project.venv()
                        .run("python", project.file("src/main/python/greet.py").toString()))
                .isEqualTo("greeting: hello-world 1,234,567");
        assertThat(project.venv().program("slugify")).isExecutable();

        // In the nested file: it counts as much.
        project.write("more/requirements.txt", "python-slugify==8.0.3\n");
        rebuilds(project, maven);
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.3");
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @ParameterizedTest
    @EnumSource(value = Maven.class, mode = EnumSource.Mode.EXCLUDE, names = "V3_10")
    void packagesInThePom(Maven maven, Projects projects) {
        MavenProject project = projects.copy("packages");

        project.maven(maven).run("validate").succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(project.venv().version("python-slugify")).startsWith("8.");

        project.write("pom.xml", project.read("pom.xml").replace("humanize==4.12.3", "humanize==4.12.2"));
        rebuilds(project, maven);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
    }

    @Test
    void uvLock(Projects projects) {
        MavenProject project = projects.copy("uvlock");
        Uv uv = Uv.get();
        uv.lock(project);

        firstThenNothing(project, Maven.USUAL);
        assertThat(project.venv().run("greet")).isEqualTo("greeting: hello-world");

        // Editable: its own sources count at once and need no new environment.
        Object before = project.venv().identity();
        project.write(
                "src/greeter/__init__.py",
                project.read("src/greeter/__init__.py").replace("greeting: ", "salute: "));
        project.maven().run("validate").succeeds();
        assertThat(project.venv().identity()).isEqualTo(before);
        assertThat(project.venv().run("greet")).isEqualTo("salute: hello-world");

        project.write("pyproject.toml", project.read("pyproject.toml").replace(">=8,<9", ">=8,<8.0.4"));
        assertThat(project.maven()
                        .with("-Dpython-env.lockMode=locked")
                        .run("validate")
                        .fails()
                        .output())
                .contains("uv.lock is out of date");
        rebuilds(project, Maven.USUAL);
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.3");
    }

    @Test
    void pylock(Projects projects) {
        MavenProject project = projects.copy("pylock");
        Uv uv = Uv.get();
        uv.pylock(project, "requirements.in");

        firstThenNothing(project, Maven.USUAL);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");

        project.write("requirements.in", "humanize==4.12.2\n");
        uv.pylock(project, "requirements.in");
        rebuilds(project, Maven.USUAL);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
    }

    private static void firstThenNothing(MavenProject project, Maven maven) {
        project.maven(maven).run("validate").succeeds();
        Venv venv = project.venv();
        Object first = venv.identity();

        Build second = project.maven(maven).watchingProcesses().run("validate").succeeds();
        assertThat(second.processes()).isEmpty();
        assertThat(venv.identity()).isEqualTo(first);

        Build offline = project.maven(maven)
                .with("-o")
                .watchingProcesses()
                .run("validate")
                .succeeds();
        assertThat(offline.processes()).isEmpty();
        assertThat(venv.identity()).isEqualTo(first);
    }

    private static void rebuilds(MavenProject project, Maven maven) {
        Object before = project.venv().identity();
        project.maven(maven).run("validate").succeeds();
        assertThat(project.venv().identity()).isNotEqualTo(before);
    }
}
