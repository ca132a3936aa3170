package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import io.github.pythonenv.it.harness.Venv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Virtual environments of any origin are found, kept and removed; nothing else is. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class CleanIT {

    private static final String CLEAN = "io.github.pythonenv:python-env-maven-plugin:clean";

    @Test
    void takesOursAndForeignOnesWhenAskedTo(Projects projects) throws IOException {
        MavenProject project =
                projects.copy("requirements").write("env/__init__.py", "").write(".env", "A=1\n");
        project.maven().run("validate").succeeds();
        // As a user would have made it, with this Python.
        project.venv().python("import venv; venv.create('" + project.file("old/venv") + "', with_pip=False)");

        JsonNode shown = clean(project, project.maven());
        assertThat(directories(shown, "found"))
                .containsExactlyInAnyOrder(
                        project.file(".venv").toRealPath().toString(),
                        project.file("old/venv").toRealPath().toString());
        assertThat(project.file("old/venv")).exists();

        JsonNode done = clean(project, project.maven().with("-Dpython-env.force"));

        assertThat(project.file(".venv")).doesNotExist();
        assertThat(project.file("old/venv")).doesNotExist();
        assertThat(project.file(".python-env/generations/.venv")).doesNotExist();
        assertThat(project.file("env/__init__.py")).exists();
        assertThat(project.file(".env")).exists();
        assertThat(project.read(".python-env/audit.log").lines()).hasSize(4);
        for (JsonNode one : done.get("found")) {
            assertThat(Path.of(one.get("backup").get("file").stringValue())).isNotEmptyFile();
        }
        project.maven().run("validate").succeeds();
        assertThat(project.venv().version("humanize")).isNotEmpty();
    }

    @Test
    void needsNoProjectAndMakesAFreshOne(Projects projects) throws IOException {
        MavenProject folder = projects.empty("scripts").write("python-env.json", """
                {"python": {"version": "3.12", "source": "maven"}, "environments": {"jobs": {"packages": ["iniconfig"]}}}
                """);
        makeVenv(folder.file("venv"));

        folder.maven()
                .with("-Dpython-env.force", "-Dpython-env.backup=false", "-Dpython-env.createVenv")
                .run(CLEAN)
                .succeeds();

        assertThat(folder.file("venv")).doesNotExist();
        assertThat(folder.file(".python-env/backup")).doesNotExist();
        assertThat(
                        new Venv(folder.file(".venv"))
                                .python(
                                        "import importlib.util as u, sys; print(sys.version_info[:2], u.find_spec('iniconfig'))"))
                .isEqualTo("(3, 12) None");
    }

    @Test
    void saysWhatIsWrong(Projects projects) {
        MavenRun maven = projects.empty("scripts").maven();

        assertThat(maven.with("-Dpython-env.directory=nowhere")
                        .run(CLEAN)
                        .fails()
                        .output())
                .contains("There is no folder", "nowhere", "What to do:");
        assertThat(maven.with("-Dpython-env.directory=/").run(CLEAN).fails().output())
                .contains("is too much to search", "What to do:");
        assertThat(maven.with("-Dpython-env.force").run(CLEAN).succeeds().output())
                .contains("There is no virtual environment to remove");
        assertThat(projects.copy("matrix")
                        .maven()
                        .with("-Dpython-env.force", "-Dpython-env.createVenv")
                        .run("python-env:clean")
                        .fails()
                        .output())
                .contains("The POM says how environments are made", "mvn python-env:clean python-env:create");
    }

    /** What virtualenv 16 would have made: no program of ours is needed for it. */
    private static void makeVenv(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib/python3.6/site-packages"));
        Files.createSymbolicLink(folder.resolve("bin/python"), Path.of("/opt/gone/python3.6"));
        Files.writeString(folder.resolve("bin/activate"), "VIRTUAL_ENV=\"" + folder + "\"\n");
    }

    private static JsonNode clean(MavenProject project, MavenRun maven) {
        maven.with("-Dpython-env.outputFile=clean.json").run("python-env:clean").succeeds();
        return PublishedSchema.read("clean-1.0", project.read("clean.json"));
    }

    private static List<String> directories(JsonNode data, String key) {
        return Stream.of(data.get(key))
                .flatMap(list ->
                        list.valueStream().map(one -> one.get("directory").stringValue()))
                .toList();
    }
}
