package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.archives.Interpreter;
import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
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

/** What {@code package} packs runs where nothing of the builder is, and is the same for every builder. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PackageIT {

    @Test
    void runsReadOnlyWithTheBuilderGone(Projects projects) throws IOException {
        Path store = projects.folder().resolve("store");
        MavenProject project = project(projects, "builder");
        Build build = project.maven()
                .on(Machine.shared().withStore(store))
                .run("install")
                .succeeds();
        Path archive = archive(project);
        Path installed = Machine.shared()
                .localRepository()
                .resolve("com/example/with-requirements/1")
                .resolve(archive.getFileName().toString());
        assertThat(build.output())
                .contains("in it: interpreter", "packages", "own code", "bytecode", "left out: tests")
                .doesNotContain("name folders of this machine");
        assertThat(Files.mismatch(archive, installed)).isEqualTo(-1);
        String first = Interpreter.sha256(archive);

        // Another folder, another store, a lock that is the same: the same bytes.
        MavenProject other = project(projects, "another-builder-in-a-longer-folder");
        other.maven().run("package").succeeds();
        assertThat(Interpreter.sha256(archive(other))).isEqualTo(first);
        assertThat(other.maven()
                        .with("-Dpython-env.packaging.format=zip", "-Dpython-env.packaging.bytecode=false")
                        .run("package")
                        .succeeds()
                        .output())
                .contains(".zip: ");
        assertThat(other.maven().run("package").succeeds().output())
                .contains(archive(other) + " is up to date, SHA-256 " + first);

        // A project that builds no environment takes it from the repository.
        MavenProject taker = project(projects, "taker");
        String artifact = "-Dpython-env.artifact=com.example:with-requirements:1:tar.gz:python-{platform}";
        assertThat(taker.maven().run("python-env:unpack", artifact).succeeds().output())
                .contains("target/python-env/unpacked: CPython 3.", ", 1 package.");
        assertThat(Programs.run(
                        Path.of("/"),
                        List.of(
                                taker.file("target/python-env/unpacked/bin/python")
                                        .toString(),
                                "-m",
                                "job")))
                .startsWith("6.0 below ");
        assertThat(taker.maven().run("python-env:unpack", artifact).succeeds().output())
                .contains("is up to date");
        assertThat(taker.file(".venv")).doesNotExist();

        Path tree = Files.createDirectories(projects.folder().resolve("moved/to here"));
        Programs.run(tree, List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin exec tar xzf " + archive));
        Programs.run(
                projects.folder(),
                List.of("/bin/rm", "-r", store.toString(), project.folder().toString()));
        Programs.run(tree, List.of("/bin/chmod", "-R", "a-w", "."));
        Path mark = Files.createFile(projects.folder().resolve("mark"));
        try {
            assertThat(Programs.run(
                            Path.of("/"), List.of(tree.resolve("bin/python").toString(), "-m", "job")))
                    .isEqualTo("6.0 below " + tree.toRealPath());
            assertThat(Programs.run(
                            Path.of("/"), List.of(tree.resolve("bin/f2py").toString(), "-v")))
                    .matches("\\d+[.]\\d+[.].*");
            assertThat(Programs.run(
                            tree, List.of("/bin/sh", "-c", "grep -rlF -e " + projects.folder() + " . || echo none")))
                    .isEqualTo("none");
            // No mode keeps root from writing.
            assertThat(Programs.run(tree, List.of("find", ".", "-newer", mark.toString())))
                    .as("what was written in the tree")
                    .isEmpty();
        } finally {
            Programs.run(tree, List.of("/bin/chmod", "-R", "u+w", "."));
        }
    }

    private static MavenProject project(Projects projects, String name) {
        MavenProject project = projects.copy("requirements", name);
        String pom = project.read("pom.xml");
        return project.write("pom.xml", pom.replace("<goal>ensure</goal>", "<goal>package</goal>"))
                .write("requirements.txt", "numpy==2.5.5\n")
                .write("src/main/python/job.py", """
                        import sys
                        import numpy
                        print(numpy.ones(6).sum(), "below", numpy.__file__.split("/lib/")[0])
                        assert sys.prefix == numpy.__file__.split("/lib/")[0]
                        """);
    }

    private static Path archive(MavenProject project) throws IOException {
        try (Stream<Path> files = Files.list(project.file("target"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches("with-requirements-1-python-.*[.]tar[.]gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
