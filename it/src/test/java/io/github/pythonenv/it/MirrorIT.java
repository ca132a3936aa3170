package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.archives.Interpreter;
import io.github.pythonenv.it.archives.MavenRepositoryServer;
import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Sandbox;
import io.github.pythonenv.it.harness.UserSettings;
import io.github.pythonenv.it.harness.Uv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code mirror} puts into a Maven repository is all that other builds need. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class MirrorIT {

    private static final String GROUP = "-Dpython-env.mirrorGroupId=com.example.python";

    /** The network is cut, and there is nothing on the machine: packages lie in the project. */
    @Test
    void aWholeBuildFromAFileRepositoryAlone(Projects projects) {
        Path repository = projects.folder().resolve("repository");
        fill(projects, Maven.USUAL, repository).succeeds();
        MavenProject project = projects.copy("requirements")
                .write("requirements.txt", "--no-index\n--find-links wheels\nhumanize==4.12.3\n");
        Uv.get().wheels(project.file("wheels"), "humanize==4.12.3");

        MavenRun cutOff = fromMirror(project, Maven.USUAL, projects, repository)
                .fromRemoteRepositories()
                .in(Sandbox.withoutNetwork());
        cutOff.run("validate").succeeds();

        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        Object first = project.venv().identity();
        cutOff.with("-o", "-Dpython-env.force").run("validate").succeeds();
        assertThat(project.venv().identity()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(value = Maven.class, mode = EnumSource.Mode.EXCLUDE, names = "V3_10")
    void whatIsThereIsLeftAsItIs(Maven maven, Projects projects) throws IOException {
        Path repository = projects.folder().resolve("repository");

        Build first = fill(projects, maven, repository).succeeds();
        assertThat(first.output())
                .contains("There is no Python 3.14 for linux-aarch64-musl from maven.")
                .contains("has 3 runtimes and uv wheels of com.example.python, 3 of them deployed now");
        List<String> files = files(repository);
        assertThat(files)
                .contains("com/example/python/cpython/maven-metadata.xml")
                .filteredOn(file -> file.matches(".*\\.(jar|whl|properties)"))
                .hasSize(4)
                .allSatisfy(file -> assertThat(files).contains(file + ".sha1"));

        assertThat(fill(projects, maven, repository).succeeds().output())
                .contains("There already: com.example.python:cpython:3.14.", "0 of them deployed now");

        // Another Maven and another home find it, and only there.
        MavenProject project = projects.copy("requirements", "elsewhere");
        Build provisioned = fromMirror(project, maven, projects, repository)
                .run("python-env:provision")
                .succeeds();
        assertThat(provisioned.output()).contains("CPython 3.14.");
        project.write("pom.xml", project.read("pom.xml").replace("<pythonVersion>3<", "<pythonVersion>3.12<"));
        Build other = fromMirror(project, maven, projects, repository)
                .run("python-env:provision")
                .fails();
        assertThat(other.output()).contains("The mirror com.example.python has no Python for the request '3.12'");
    }

    @Test
    void anAlteredArchiveIsRefused(Projects projects) throws IOException {
        Path repository = projects.folder().resolve("repository");
        fill(projects, Maven.USUAL, repository).succeeds();
        Path jar = repository.resolve(files(repository).stream()
                .filter(file -> file.matches(".*/cpython-3\\.14\\.\\d+-linux-x86_64\\.jar"))
                .findFirst()
                .orElseThrow());
        byte[] content = Files.readAllBytes(jar);
        content[content.length / 2] ^= 1;
        Files.write(jar, content);
        // Whoever alters the file alters Maven's checksums, too.
        Files.delete(jar.resolveSibling(jar.getFileName() + ".sha1"));
        Files.delete(jar.resolveSibling(jar.getFileName() + ".md5"));

        MavenProject project = projects.copy("requirements");
        Build build = fromMirror(project, Maven.USUAL, projects, repository)
                .run("python-env:provision")
                .fails();

        assertThat(build.output())
                .contains("is not the one that was asked for", Interpreter.sha256(jar))
                .doesNotContain("in a way it should not");
        assertThat(projects.folder().resolve("fresh/store/runtimes")).doesNotExist();
    }

    @Test
    void overHttpWithCredentialsOfTheSettings(Projects projects) throws IOException {
        Path repository = Files.createDirectories(projects.folder().resolve("repository"));
        String server = """
                  <servers>
                    <server><id>%s</id><username>build</username><password>let me in</password></server>
                  </servers>
                """;
        try (MavenRepositoryServer http = MavenRepositoryServer.of(repository, "build", "let me in")) {
            String target = "-DaltDeploymentRepository=mirror::default::" + http.url();
            Build stranger = filling(projects, Maven.USUAL, target)
                    .run("python-env:mirror")
                    .fails();
            assertThat(stranger.output()).contains("could not be", "settings.xml");

            filling(projects, Maven.USUAL, target)
                    .settings(UserSettings.of(projects.folder(), server.formatted("mirror")))
                    .run("python-env:mirror")
                    .succeeds();

            MavenProject project = projects.copy("requirements");
            fromMirror(project, Maven.USUAL, projects, repository)
                    .settings(UserSettings.onlyRepository(projects.folder(), http.url(), server.formatted("only")))
                    .run("python-env:provision")
                    .succeeds();
        }
        assertThat(projects.folder().resolve("fresh/store/runtimes")).isNotEmptyDirectory();
    }

    private static Build fill(Projects projects, Maven maven, Path repository) {
        return filling(projects, maven, "-DaltDeploymentRepository=mirror::" + repository.toUri())
                .run("python-env:mirror");
    }

    private static MavenRun filling(Projects projects, Maven maven, String target) {
        return projects.empty("nothing")
                .maven(maven)
                .with(
                        target,
                        GROUP,
                        "-Dpython-env.pythonVersion=3.14",
                        "-Dpython-env.platforms=linux-x86_64,linux-aarch64-musl",
                        "-Dpython-env.source=maven");
    }

    private static MavenRun fromMirror(MavenProject project, Maven maven, Projects projects, Path repository) {
        return project.maven(maven)
                .on(Machine.fresh(projects.folder().resolve("fresh")))
                .settings(UserSettings.onlyRepository(
                        projects.folder(), repository.toUri().toString(), ""))
                .with(GROUP);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
