package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code python-env.lock} pins is what builds take and mirrors get; what it does not pin is an error. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PythonLockIT {
    @Test
    void buildsTakeWhatIsLockedAndNothingElse(Projects projects) {
        MavenProject project = projects.copy("requirements");
        MavenRun maven = onMaven(project);
        ask(project, "3.13");
        Build locked = maven.run("python-env:lock").succeeds();
        assertThat(locked.output())
                .contains("Locked CPython 3.13.5 for linux-x86_64 from maven.")
                .contains("Locked CPython 3.13.5 for windows-x86_64 from maven.")
                .contains("There is no Python '3.13' from maven for linux-aarch64: builds there will fail.")
                .contains("Locked uv ");

        maven.run("validate").succeeds();
        assertThat(project.venv().python("import platform; print(platform.python_version())"))
                .isEqualTo("3.13.5");
        ask(project, "3.12");
        assertThat(maven.run("validate").fails().output())
                .contains(
                        "pins no Python for '3.12', only for '3.13'",
                        "Run mvn python-env:lock and commit what it writes");
        ask(project, "3.13");
        assertThat(project.maven()
                        .with("-Dpython-env.source=standalone")
                        .run("validate")
                        .fails()
                        .output())
                .contains("pins Python 3.13.5 from maven, and <source> is standalone");

        project.write(
                "python-env.lock", project.read("python-env.lock").replaceAll("(?m)^sha256 = \"..", "sha256 = \"00"));
        Build altered = maven.on(Machine.shared().withStore(projects.folder().resolve("store")))
                .run("python-env:provision")
                .fails();
        assertThat(altered.output()).contains("and the catalogue knows it with", "Find out who changed the lock");
    }

    @Test
    void aMirrorGetsWhatIsLocked(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        MavenRun maven = onMaven(project);
        ask(project, "3.13");
        maven.run("python-env:lock").succeeds();
        Path repository = projects.folder().resolve("repository");

        Build filled = maven.with(
                        "-DaltDeploymentRepository=mirror::" + repository.toUri(),
                        "-Dpython-env.mirrorGroupId=com.example.python",
                        "-Dpython-env.platforms=linux-x86_64")
                .run("python-env:mirror")
                .succeeds();

        assertThat(filled.output()).contains("What is locked comes from " + project.file("python-env.lock"));
        assertThat(files(repository))
                .filteredOn(file -> file.matches(".*\\.(jar|whl)"))
                .hasSize(2)
                .anyMatch(file -> file.endsWith("cpython-3.13.5-linux-x86_64.jar"))
                .anyMatch(file -> file.matches(".*/uv-[0-9.]+-linux-x86_64\\.whl"));
    }

    private static void ask(MavenProject project, String version) {
        project.write(
                "pom.xml",
                project.read("pom.xml")
                        .replaceFirst(
                                "<pythonVersion>[^<]*</pythonVersion>",
                                "<pythonVersion>" + version + "</pythonVersion>"));
    }

    private static MavenRun onMaven(MavenProject project) {
        return project.maven().with("-Dpython-env.source=maven");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
