package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.archives.Answer;
import io.github.pythonenv.it.archives.FileServer;
import io.github.pythonenv.it.archives.Interpreter;
import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import io.github.pythonenv.it.harness.Sandbox;
import io.github.pythonenv.it.harness.UserSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every source of runtimes that is no artifact of the catalogue, on archives that are made from a real interpreter. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class SourcesIT {

    private static final String NAME =
            "cpython-3.14.3%2B20260203-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz";
    private static final String FILE = NAME.replace("%2B", "+");

    @Test
    void standaloneFromAMirrorThatFaltersAndBreaksOff(Projects projects) throws IOException {
        Path archive = interpreter(projects).packed("tar.gz");
        Path folder = Files.createDirectories(projects.folder().resolve("mirror"));
        Files.copy(archive, folder.resolve(FILE));
        try (FileServer server = FileServer.of(folder)
                .answering(FILE, Answer.page(503), Answer.cutAfter(1_000_000), Answer.cutAfter(0))) {
            standalone(projects, server.url() + "releases/", archive)
                    .run("python-env:provision")
                    .succeeds();

            assertThat(server.requests())
                    .allSatisfy(
                            request -> assertThat(request.uri().getRawPath()).isEqualTo("/releases/20260203/" + NAME))
                    .anySatisfy(request ->
                            assertThat(request.headers().getFirst("Range")).isEqualTo("bytes=1000000-"));
        }
        Path home = onlyRuntime(projects);
        assertThat(home.resolve("bin/python")).isSymbolicLink();
        assertThat(home.resolve("share/terminfo/v/vt-as-xterm"))
                .isSymbolicLink()
                .hasContent("a terminal");
        assertThat(home.resolve("bin/python3.14")).isExecutable().isRegularFile();
        assertThat(Files.isSymbolicLink(home.resolve("bin/python3.14"))).isFalse();
    }

    /** kill -9; more is sent before than the system keeps for a reader, so that some of it is on the disk. */
    @Test
    void killedWhileItDownloads(Projects projects) throws Exception {
        Path archive = interpreter(projects).packed("tar.gz");
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (FileServer server = FileServer.of(archive.getParent())
                .answering(archive.getFileName().toString(), Answer.stallingAfter(15_000_000, sent, end))) {
            MavenRun run = project(projects)
                    .with(
                            "-Dpython-env.archive=" + server.url() + archive.getFileName(),
                            "-Dpython-env.archiveSha256=" + Interpreter.sha256(archive));
            RunningBuild killed = run.start("python-env:provision");
            // Or else a build that ends before would be waited for without end.
            CompletableFuture<Void> unused = killed.process().onExit().thenRun(sent::countDown);
            sent.await();
            killed.kill();
            end.countDown();
            assertThat(projects.folder().resolve("store/runtimes")).doesNotExist();

            run.run("python-env:provision").succeeds();

            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1).headers().getFirst("Range")).matches("bytes=[1-9][0-9]*-");
        }
        assertThat(onlyRuntime(projects).resolve("bin/python3.14")).isExecutable();
        assertThat(entries(projects.folder().resolve("store/staging"))).isEmpty();
        assertThat(entries(projects.folder().resolve("store/downloads"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "altered, is not what was asked for: its SHA-256 is",
        "truncated, is not what was asked for: its SHA-256 is",
        "missing, 127.0.0.1 does not have it (status 404)",
        "sign-in page, the answer is a web page and not the file",
    })
    void standaloneFromAMirrorThatIsNoGood(String fault, String why, Projects projects) throws IOException {
        Path archive = interpreter(projects).packed("tar.gz");
        Path folder = Files.createDirectories(projects.folder().resolve("mirror"));
        byte[] content = Files.readAllBytes(archive);
        if (fault.equals("altered")) {
            content[content.length / 2] ^= 1;
            Files.write(folder.resolve(FILE), content);
        } else if (fault.equals("truncated")) {
            Files.write(folder.resolve(FILE), Arrays.copyOf(content, 5_000_000));
        }
        try (FileServer server = FileServer.of(folder)) {
            if (fault.equals("sign-in page")) {
                server.answering(FILE, Answer.page(200), Answer.page(200), Answer.page(200), Answer.page(200));
            }
            Build build = standalone(projects, server.url(), archive)
                    .with("-Dpython-env.source=standalone")
                    .run("python-env:provision")
                    .fails();

            assertThat(build.output()).contains(why, "What to do: ", "127.0.0.1");
        }
        assertThat(projects.folder().resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void whereAutoCannotReachOneSourceItTakesTheNext(Projects projects) throws IOException {
        Path archive = interpreter(projects).packed("tar.gz");
        try (FileServer empty =
                FileServer.of(Files.createDirectories(projects.folder().resolve("empty")))) {
            Build build = project(projects)
                    .with("-Dpython-env.standaloneMirror=" + empty.url())
                    .run("python-env:provision")
                    .succeeds();

            assertThat(build.output()).contains("404");
            assertThat(empty.requests()).isNotEmpty();
        }
        assertThat(onlyRuntime(projects).resolve("bin/python3.14")).isExecutable();
        assertThat(archive).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "tar.xz", "tar.zst", "zip"})
    void anArchiveOfOnesOwn(String format, Projects projects) {
        Path archive = interpreter(projects).packed(format);

        project(projects)
                .with("-Dpython-env.archive=" + archive, "-Dpython-env.archiveSha256=" + Interpreter.sha256(archive))
                .run("python-env:provision")
                .succeeds();

        Path home = onlyRuntime(projects);
        assertThat(home.resolve("bin/python3.14")).isExecutable();
        assertThat(home.resolve("share/terminfo/x/xterm-color")).isSymbolicLink();
        Build other = project(projects)
                .with("-Dpython-env.archive=" + archive, "-Dpython-env.archiveSha256=" + "0".repeat(64))
                .run("python-env:provision")
                .fails();
        assertThat(other.output()).contains("is not the one that was asked for", Interpreter.sha256(archive));
    }

    @Test
    void throughTheProxyOfTheSettings(Projects projects) throws IOException {
        Path archive = interpreter(projects).packed("tar.gz");
        try (FileServer proxy = FileServer.of(archive.getParent())) {
            Path settings = UserSettings.of(projects.folder(), """
                      <proxies>
                        <proxy>
                          <active>true</active><protocol>http</protocol>
                          <host>127.0.0.1</host><port>%d</port>
                          <username>me</username><password>proxy-secret</password>
                        </proxy>
                      </proxies>
                      <servers>
                        <server>
                          <id>archives.example.invalid</id><username>build</username><password>server-secret</password>
                        </server>
                      </servers>
                    """.formatted(proxy.port()));

            Build build = project(projects)
                    .settings(settings)
                    .with(
                            "-X",
                            "-Dpython-env.archive=http://archives.example.invalid/python/" + archive.getFileName(),
                            "-Dpython-env.archiveSha256=" + Interpreter.sha256(archive))
                    .run("python-env:provision")
                    .succeeds();

            assertThat(proxy.requests())
                    .filteredOn(request ->
                            "archives.example.invalid".equals(request.uri().getHost()))
                    .isNotEmpty()
                    .last()
                    .satisfies(request -> {
                        assertThat(request.credentials("Proxy-Authorization")).isEqualTo("me:proxy-secret");
                        assertThat(request.credentials("Authorization")).isEqualTo("build:server-secret");
                    });
            assertThat(build.lines())
                    .filteredOn(line -> line.contains("-secret"))
                    .isEmpty();
        }
        assertThat(onlyRuntime(projects).resolve("bin/python3.14")).isExecutable();
    }

    @Test
    void mavenCoordinatesOfOnesOwn(Projects projects) throws IOException {
        Interpreter interpreter = interpreter(projects);
        Path archive = interpreter.packed("tar.gz");
        Path artifact = Files.createDirectories(
                projects.folder().resolve("repository/com/example/pythons/" + interpreter.version()));
        String name = "pythons-" + interpreter.version();
        Files.copy(archive, artifact.resolve(name + "-linux-x86_64.tar.gz"));
        Files.writeString(
                artifact.resolve(name + "-digests.properties"), "linux-x86_64=" + Interpreter.sha256(archive) + "\n");
        MavenProject project = projects.copy("requirements");
        project.write(
                "pom.xml",
                project.read("pom.xml")
                        .replace("<pythonVersion>3<", "<pythonVersion>3.14.3<")
                        .replace("<build>", """
                <repositories>
                    <repository>
                      <id>ours</id>
                      <url>%s</url>
                    </repository>
                  </repositories>

                  <build>""".formatted(
                                        projects.folder().resolve("repository").toUri())));

        on(project, projects)
                .with("-Dpython-env.runtimeCoordinates=com.example:pythons:{version}:tar.gz:{platform}")
                .run("python-env:provision")
                .succeeds();

        assertThat(onlyRuntime(projects).resolve("bin/python3.14")).isExecutable();
    }

    @Test
    void eightProcessesAtOnce(Projects projects) throws IOException {
        Path archive = interpreter(projects).packed("tar.gz");
        try (FileServer server = FileServer.of(archive.getParent())) {
            List<RunningBuild> builds = IntStream.rangeClosed(1, 8)
                    .mapToObj(number -> on(projects.copy("requirements", "project " + number), projects)
                            .with(
                                    "-Dpython-env.archive=" + server.url() + archive.getFileName(),
                                    "-Dpython-env.archiveSha256=" + Interpreter.sha256(archive))
                            .start("python-env:provision"))
                    .toList();
            builds.forEach(build -> build.await().succeeds());

            assertThat(server.requests())
                    .filteredOn(request -> request.method().equals("GET"))
                    .hasSize(1);
        }
        assertThat(onlyRuntime(projects).resolve("bin/python3.14")).isExecutable();
        assertThat(entries(projects.folder().resolve("store/staging"))).isEmpty();
    }

    @Test
    void whatTheMachineHas(Projects projects) throws IOException {
        Interpreter interpreter = interpreter(projects);
        Path bin = Files.createDirectories(projects.folder().resolve("machine/bin"));
        Files.createSymbolicLink(bin.resolve("python3.14"), interpreter.executable());
        MavenRun run = project(projects);

        Build build = run.environment(
                        "PATH", bin + ":" + run.machine().environment().get("PATH"))
                .with("-Dpython-env.source=system")
                .run("python-env:provision")
                .succeeds();

        assertThat(build.output()).contains("3.14");
        assertThat(projects.folder().resolve("store/runtimes")).doesNotExist();
    }

    /**
     * On a machine whose Pythons have no pip, as Debian's has none, so that uv itself cannot be fetched with them. Of uv's
     * own list of Pythons, one is left.
     */
    @Test
    void whatUvInstalls(Projects projects) throws IOException {
        Interpreter interpreter = interpreter(projects);
        Path archive = interpreter.packed("tar.gz");
        Path installed = projects.folder().resolve("Pythons of uv");
        Path list = Files.writeString(projects.folder().resolve("list.json"), """
                {"cpython-%s-linux-x86_64-gnu": {"name": "cpython", "arch": {"family": "x86_64", "variant": null},
                 "os": "linux", "libc": "gnu", "major": 3, "minor": 14, "patch": %s, "prerelease": "",
                 "url": "%s", "sha256": "%s", "variant": null, "build": "20260101"}}
                """.formatted(
                        interpreter.version(),
                        interpreter.version().replaceFirst(".*\\.", ""),
                        archive.toUri(),
                        Interpreter.sha256(archive)));
        MavenProject project = projects.copy("requirements");

        Build build = on(project, projects)
                .environment("UV_PYTHON_INSTALL_DIR", installed.toString())
                .environment("UV_PYTHON_DOWNLOADS_JSON_URL", list.toUri().toString())
                .environment("PYENV_ROOT", projects.folder().resolve("none").toString())
                .with("-Dpython-env.source=uv", "-Dpython-env.pythonVersion=3.14")
                .in(Sandbox.withNothingIn("/usr/lib/python3/dist-packages/pip", "/usr/local/bin"))
                .run("validate")
                .succeeds();

        assertThat(build.output())
                .contains("No Python on this machine has pip, which fetches uv.", "uv installs a Python for '3.14'.");
        assertThat(Path.of(project.venv().python("import sys; print(sys.base_prefix)")))
                .startsWith(installed);
    }

    @Test
    void theInterpreterOfACondaEnvironment(Projects projects) throws IOException {
        Interpreter interpreter = interpreter(projects);
        Path conda = projects.folder().resolve("miniconda3/envs/science");
        Files.createDirectories(conda.resolve("conda-meta"));
        Files.writeString(conda.resolve("conda-meta/history"), "==> 2026-01-01 00:00:00 <==\n");
        link(interpreter.home(), conda);

        Build build = project(projects)
                .environment("CONDA_PREFIX", conda.toString())
                .with("-Dpython-env.source=conda")
                .run("python-env:provision")
                .succeeds();

        assertThat(build.output()).contains("3.14");
        assertThat(projects.folder().resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void theEmbeddablePackageIsForWindows(Projects projects) throws IOException {
        Path archive = projects.folder().resolve("python-3.14.3-embed-amd64.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("python.exe", "python314.dll", "python314._pth", "python314.zip")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }

        Build build = project(projects)
                .with(
                        "-Dpython-env.source=embeddable",
                        "-Dpython-env.archive=" + archive,
                        "-Dpython-env.archiveSha256=" + Interpreter.sha256(archive))
                .run("python-env:provision")
                .fails();

        assertThat(build.output()).contains("<source> is embeddable, a package for Windows", "What to do: ");
        assertThat(projects.folder().resolve("store/runtimes")).doesNotExist();
    }

    private static Interpreter interpreter(Projects projects) {
        return Interpreter.of("3.14", projects.copy("requirements", "of interpreter"));
    }

    private static MavenRun project(Projects projects) {
        return on(projects.copy("requirements"), projects);
    }

    /** A store of its own, and artifacts as other tests fetched them. */
    private static MavenRun on(MavenProject project, Projects projects) {
        return project.maven().on(Machine.shared().withStore(projects.folder().resolve("store")));
    }

    /** With a catalogue that knows this archive as one of python-build-standalone's, and a mirror of its releases. */
    private static MavenRun standalone(Projects projects, String mirror, Path archive) throws IOException {
        Path catalogue = Files.writeString(
                projects.folder().resolve("catalogue.json"), """
                {"distributions": [{
                  "version": "3.14.3", "platform": "linux-x86_64",
                  "url": "https://archives.example.invalid/releases/download/20260203/%s",
                  "sha256": "%s", "minGlibc": "2.17"
                }]}
                """.formatted(NAME, Interpreter.sha256(archive)));
        return project(projects).with("-Dpython-env.catalogue=" + catalogue, "-Dpython-env.standaloneMirror=" + mirror);
    }

    /** The same installation once more, without its bytes. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(target, Files.readSymbolicLink(file));
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    private static Path onlyRuntime(Projects projects) {
        try {
            List<Path> runtimes = entries(projects.folder().resolve("store/runtimes"));
            assertThat(runtimes).hasSize(1);
            return runtimes.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
