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
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code package} packs runs where nothing of the builder is, and is the same for every builder. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PackageIT {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @Test
    void runsReadOnlyWithTheBuilderGone(Projects projects, TestReporter reporter) throws IOException {
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
                .contains(
                        "[100 %] Packing", "in it: interpreter", "packages", "own code", "bytecode", "left out: tests")
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

        Path closed = Files.createDirectories(projects.folder().resolve("moved/to here"));
        Programs.run(closed, List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin exec tar xzf " + archive));
        Programs.run(
                projects.folder(),
                List.of(
                        "/bin/rm",
                        "-r",
                        store.toString(),
                        project.folder().toString(),
                        other.folder().toString()));
        runsReadOnly(projects, closed, reporter);

        // A project in another home that builds no environment takes it from the repository.
        MavenProject taker = project(projects, "taker");
        Path home = projects.folder().resolve("another-home");
        Machine elsewhere =
                new Machine(home, Machine.shared().localRepository(), home.resolve("store"), home.resolve("uv"));
        String artifact = "-Dpython-env.artifact=com.example:with-requirements:1:tar.gz:python-{platform}";
        assertThat(taker.maven()
                        .on(elsewhere)
                        .run("python-env:unpack", artifact)
                        .succeeds()
                        .output())
                .contains("target/python-env/unpacked: CPython 3.", ", 1 package.");
        assertThat(Programs.run(
                        Path.of("/"),
                        List.of(
                                taker.file("target/python-env/unpacked/bin/python")
                                        .toString(),
                                "-m",
                                "job")))
                .startsWith("6.0 below ");
        assertThat(taker.maven()
                        .on(elsewhere)
                        .run("python-env:unpack", artifact)
                        .succeeds()
                        .output())
                .contains("is up to date");
        assertThat(taker.file(".venv")).doesNotExist();
        takesZstd(taker, elsewhere, installed);
    }

    /** The same packed anew, as docs/packaging.md says it is done. */
    private static void takesZstd(MavenProject taker, Machine machine, Path archive) throws IOException {
        Path packed = taker.file("again.tar.zst");
        String script = "import gzip, sys, compression.zstd as zstd\n"
                + "open(sys.argv[2], 'wb').write(zstd.compress(gzip.open(sys.argv[1]).read()))";
        String python = taker.file("target/python-env/unpacked/bin/python").toString();
        Programs.run(taker.folder(), List.of(python, "-c", script, archive.toString(), packed.toString()));
        assertThat(taker.maven()
                        .on(machine)
                        .with("-Dpython-env.file=" + packed, "-Dpython-env.sha256=" + Interpreter.sha256(packed))
                        .run("python-env:unpack", "-Dpython-env.unpackDirectory=target/zstd")
                        .succeeds()
                        .output())
                .contains("target/zstd: CPython 3.", ", 1 package.");
        assertThat(Programs.run(
                        Path.of("/"),
                        List.of(taker.file("target/zstd/bin/python").toString(), "-m", "job")))
                .isEqualTo("6.0 below " + taker.file("target/zstd").toRealPath());
    }

    private static void runsReadOnly(Projects projects, Path tree, TestReporter reporter) throws IOException {
        Programs.run(tree, List.of("/bin/chmod", "-R", "a-w", "."));
        Path mark = Files.createFile(projects.folder().resolve("mark"));
        try {
            assertThat(Programs.run(
                            Path.of("/"), List.of(tree.resolve("bin/python").toString(), "-m", "job")))
                    .isEqualTo("6.0 below " + tree.toRealPath());
            assertThat(Programs.run(
                            Path.of("/"), List.of(tree.resolve("bin/f2py").toString(), "-v")))
                    .matches("\\d+[.]\\d+[.].*");
            runsAsNobody(tree, reporter);
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

    /** Only root may become another user, and tests may lie in a folder that is closed to others. */
    private static void runsAsNobody(Path tree, TestReporter reporter) throws IOException {
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(SETPRIV)) {
            reporter.publishEntry("under another user", "not tried: that wants root and setpriv");
            return;
        }
        Path open = Files.createTempDirectory("packed");
        try {
            Programs.run(open, List.of("/bin/cp", "-a", tree.toString(), "tree"));
            Programs.run(open, List.of("/bin/chmod", "755", "."));
            assertThat(Programs.run(
                            Path.of("/"),
                            List.of(
                                    SETPRIV.toString(),
                                    "--reuid=65534",
                                    "--regid=65534",
                                    "--clear-groups",
                                    open.resolve("tree/bin/python").toString(),
                                    "-c",
                                    "import os, runpy; print(os.getuid()); runpy.run_module('job')")))
                    .isEqualTo("65534\n6.0 below " + open.resolve("tree").toRealPath());
        } finally {
            Programs.run(open, List.of("/bin/chmod", "-R", "u+w", "."));
            Programs.run(Path.of("/"), List.of("/bin/rm", "-r", open.toString()));
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
