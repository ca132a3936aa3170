package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.index.SourceDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the files of other tools, a project without a lock, a folder of wheels and profiles to a working environment. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class OtherInputsIT {

    private static final String PROJECT = """
            [project]
            name = "shop"
            version = "1"
            requires-python = ">=3.12"
            dependencies = ["humanize==4.12.3", "python-slugify==8.0.4"]

            [tool.poetry]
            package-mode = false
            """;

    @Test
    void aLockOfPoetry(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt");
        String packages = hashes(project, "humanize==4.12.3", "python-slugify==8.0.4").stream()
                .map(line -> "[[package]]\nname = \"%s\"\nversion = \"%s\"\ngroups = [\"main\"]\nfiles = [%s]\n"
                        .formatted(
                                line.get(0),
                                line.get(1),
                                line.subList(2, line.size()).stream()
                                        .map(hash -> "{file = \"\", hash = \"" + hash + "\"}")
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        project.write("pyproject.toml", PROJECT);
        project.write("poetry.lock", packages + """

                [metadata]
                lock-version = "2.1"
                python-versions = ">=3.12"
                content-hash = "d85d0813221b2794c76cab5348247885f36510b23b06381bfa0ebc28b2bad10d"
                """);

        upToDateAtOnce(project);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.4");

        project.write("pyproject.toml", PROJECT.replace("humanize==4.12.3", "humanize"));
        assertThat(project.maven().run("validate").fails().output()).contains("stale", "poetry lock");
    }

    @Test
    void aLockOfPipenv(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt");
        String packages = hashes(project, "humanize==4.12.3").stream()
                .map(line -> "\"%s\": {\"version\": \"==%s\", \"hashes\": [%s]}"
                        .formatted(
                                line.get(0),
                                line.get(1),
                                line.subList(2, line.size()).stream()
                                        .map(hash -> "\"" + hash + "\"")
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(", "));
        project.write(
                "Pipfile.lock",
                "{\"_meta\": {\"requires\": {\"python_version\": \"3\"}, \"sources\": []}, \"default\": {}, \"develop\": {"
                        + packages + "}}");

        project.maven().with("-Dpython-env.groups=dev").run("validate").succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @Test
    void anEnvironmentOfConda(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt");
        project.write("environment.yml", """
                name: shop
                channels: [conda-forge]
                dependencies:
                  - python>=3.12
                  - humanize=4.12
                  - libgdal
                  - pip
                  - pip:
                      - -r more.txt
                """).write("more.txt", "python-slugify==8.0.4\n");

        assertThat(project.maven().run("validate").fails().output()).contains("libgdal", "unmapped");

        project.write("python-env.json", "{\"conda\": {\"names\": {\"libgdal\": \"\"}}}");
        upToDateAtOnce(project);
        assertThat(project.venv().version("humanize")).startsWith("4.12.");
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.4");
    }

    @Test
    void aProjectWithoutALockAndAProfileOfItsOwn(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt");
        project.write("pyproject.toml", "[dependency-groups]\ntools = [\"humanize==4.12.3\"]\n");
        project.write(
                "python-env.json",
                "{\"profiles\": {\"ours\": {\"requirements\": [\"python-slugify==8.0.4\"]}},"
                        + " \"defaults\": {\"groups\": \"tools\", \"profiles\": \"ours\"}}");

        upToDateAtOnce(project);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.4");

        assertThat(project.maven()
                        .with("-Dpython-env.profiles=data-sience")
                        .run("validate")
                        .fails()
                        .output())
                .contains("Did you mean data-science?");
    }

    @Test
    void aFolderOfWheelsAlone(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt").write("requirements.txt", "humanize\n");
        Path wheels = Uv.get().wheels(project.file("wheels"), "humanize==4.12.3");
        assertThat(wheels).isNotEmptyDirectory();
        Machine shared = Machine.shared();

        project.maven()
                .on(new Machine(
                        shared.home(),
                        shared.localRepository(),
                        shared.store(),
                        projects.folder().resolve("cache")))
                .environment("HTTPS_PROXY", "http://127.0.0.1:9")
                .environment("HTTP_PROXY", "http://127.0.0.1:9")
                .with("-Dpython-env.findLinks=wheels", "-Dpython-env.noIndex=true")
                .run("validate")
                .succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @Test
    void profilesOfAUsersOwn(Projects projects) {
        MavenProject folder = projects.empty("anywhere");
        Machine machine = Machine.shared().withStore(projects.folder().resolve("store"));
        String goal = "io.github.pythonenv:python-env-maven-plugin:" + version() + ":profiles";

        folder.maven()
                .on(machine)
                .with(
                        "-Dpython-env.action=put",
                        "-Dpython-env.profile=mine",
                        "-Dpython-env.packages=humanize>=4,<5",
                        "-Dpython-env.includes=web")
                .run(goal)
                .succeeds();
        Build list = folder.maven()
                .on(machine)
                .with("-Dpython-env.outputFile=profiles.json")
                .run(goal)
                .succeeds();
        assertThat(list.output()).contains("data-science", "mine", "WebDevelopment");
        assertThat(PublishedSchema.read("profiles-1.0", folder.read("profiles.json"))
                        .toString())
                .contains("\"humanize>=4,<5\"", "\"own\":true");
        assertThat(folder.maven()
                        .on(machine)
                        .with("-Dpython-env.action=show", "-Dpython-env.profile=mime")
                        .run(goal)
                        .fails()
                        .output())
                .contains("Did you mean mine?");

        // It is installed, and missed once it is gone.
        MavenProject project = without(projects, "requirements.txt");
        MavenRun with = project.maven()
                .on(machine)
                .environment("PYTHON_ENV_SHARED_HOME", Machine.shared().store().toString())
                .with("-Dpython-env.profiles=mine");
        with.run("validate").succeeds();
        assertThat(project.venv().version("humanize")).startsWith("4.");
        assertThat(project.venv().version("flask")).startsWith("3.");

        folder.maven()
                .on(machine)
                .with("-Dpython-env.action=remove", "-Dpython-env.profile=mine")
                .run(goal)
                .succeeds();
        assertThat(with.run("validate").fails().output()).contains("There is no profile 'mine'");
    }

    @Test
    void aSourceThatNeedsACompiler(Projects projects) throws IOException {
        MavenProject project = without(projects, "requirements.txt")
                .write("requirements.txt", "native-part\n")
                .write("python-env.json", "{\"defaults\": {\"index\": {\"findLinks\": [\"sources\"]}}}");
        SourceDistribution.write(project.file("sources"), "native-part", "1.0", Map.of("setup.py", """
                from setuptools import Extension, setup
                setup(name="native-part", version="1.0", ext_modules=[Extension("native_part", ["part.c"])])
                """, "part.c", """
                #include <Python.h>
                static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "native_part", NULL, -1, NULL};
                PyMODINIT_FUNC PyInit_native_part(void) { return PyModule_Create(&module); }
                """));

        assertThat(project.maven().run("validate").fails().output())
                .contains("Building it from source needs a compiler, and ", "is not there", "-Dpython-env.wheelsOnly");
        assertThat(project.file(".venv")).doesNotExist();

        assertThat(project.maven()
                        .with("-Dpython-env.wheelsOnly")
                        .run("validate")
                        .fails()
                        .output())
                .contains("Only wheels are to be installed (wheelsOnly", "native-part");
    }

    private static String version() {
        return System.getProperty("it.version", "0.1.0-SNAPSHOT");
    }

    private static MavenProject without(Projects projects, String file) {
        MavenProject project = projects.copy("requirements");
        try {
            Files.deleteIfExists(project.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return project;
    }

    private static void upToDateAtOnce(MavenProject project) {
        project.maven().run("validate").succeeds();
        assertThat(project.maven()
                        .watchingProcesses()
                        .run("validate")
                        .succeeds()
                        .processes())
                .isEmpty();
    }

    /** Name, version and digests of what these requirements come to, as uv finds them. */
    private static List<List<String>> hashes(MavenProject project, String... requirements) throws IOException {
        project.write("asked.in", String.join("\n", requirements) + "\n");
        String text = Uv.get()
                .run(
                        project,
                        "pip",
                        "compile",
                        "--quiet",
                        "--no-header",
                        "--no-annotate",
                        "--generate-hashes",
                        "asked.in");
        return Pattern.compile("(?m)^(\\S+)==(\\S+) .*?(?=^\\S|\\z)", Pattern.DOTALL)
                .matcher(text)
                .results()
                .<List<String>>map(line -> {
                    List<String> parts = new ArrayList<>(List.of(line.group(1), line.group(2)));
                    Pattern.compile("sha256:\\w+")
                            .matcher(line.group())
                            .results()
                            .forEach(hash -> parts.add(hash.group()));
                    return parts;
                })
                .toList();
    }
}
