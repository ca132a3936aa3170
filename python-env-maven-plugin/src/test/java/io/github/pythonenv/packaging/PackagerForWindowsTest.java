package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.packages.RecordLine;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An environment that was made here, on an installation for Windows. */
@ExtendWith(ProvidedRuntime.Resolver.class)
@DisabledOnOs(OS.WINDOWS)
class PackagerForWindowsTest {
    private static final String LAUNCHER = "MZ the launcher of a console program";

    @TempDir
    private Path folder;

    private final Processes processes = new Processes();

    @Test
    void everythingLiesWhereWindowsLooksForIt(ProvidedRuntime provided) throws IOException {
        PackageReport report = pack(provided, installation());
        Path tree = folder.resolve("tree");
        Archive.unpack(report.file(), "", tree, done -> {});

        assertThat(tree.resolve("python.exe")).exists();
        assertThat(tree.resolve("Lib/os.py")).exists();
        assertThat(tree.resolve("Lib/site-packages/greeting/__init__.py")).exists();
        assertThat(tree.resolve("Lib/site-packages/greeting/__pycache__")).isNotEmptyDirectory();
        assertThat(tree.resolve("Lib/site-packages/own.py")).exists();
        assertThat(tree.resolve("Lib/site-packages/greeting/tests")).doesNotExist();
        assertThat(tree.resolve("Lib/site-packages/pip")).doesNotExist();
        assertThat(tree.resolve("Lib/test")).doesNotExist();
        assertThat(tree.resolve("bin")).doesNotExist();
        assertThat(tree.resolve("lib")).doesNotExist();
        assertThat(tree.resolve("Scripts/greet")).doesNotExist();
        assertThat(report.leftOut()).containsOnlyKeys("tests");
    }

    /** What the launcher hands to Python is a zip behind a line: any Python runs it. */
    @Test
    void programsAreLaunchersThatStartThePythonOfTheTree(ProvidedRuntime provided) throws IOException {
        PackageReport report = pack(provided, installation());
        Path tree = folder.resolve("tree");
        Archive.unpack(report.file(), "", tree, done -> {});

        Path program = tree.resolve("Scripts/greet.exe");
        assertThat(new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1))
                .startsWith(LAUNCHER + "#!<launcher_dir>\\..\\python.exe\r\nPK");
        Completed done = processes.run(new Command(
                List.of(provided.runtime().executable().toString(), program.toString()),
                folder,
                Map.of("PYTHONPATH", tree.resolve("Lib/site-packages").toString()),
                Duration.ofMinutes(1)));
        assertThat(done.err()).isEmpty();
        assertThat(String.join("", done.out())).startsWith("hello from");
        String digest = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(Digests.sha256(program)));
        assertThat(Files.readAllLines(tree.resolve("Lib/site-packages/greeting-1.0.dist-info/RECORD")))
                .contains("greeting/__init__.py,,")
                .contains(
                        new RecordLine("../../Scripts/greet.exe", "sha256=" + digest, "" + Files.size(program)).text())
                .noneMatch(line -> line.contains("bin/"));
    }

    /** Rules are the same for all platforms. */
    @Test
    void programsAreExcludedByTheNamesThatTheyHaveOnLinux(ProvidedRuntime provided) throws IOException {
        PackageReport report = pack(provided, installation(), "bin/greet");
        Path tree = folder.resolve("tree");
        Archive.unpack(report.file(), "", tree, done -> {});

        assertThat(report.leftOut()).containsOnlyKeys("tests", "excluded by packaging.exclude");
        assertThat(tree.resolve("Scripts")).doesNotExist();
        assertThat(tree.resolve("Lib/site-packages/greeting-1.0.dist-info/RECORD"))
                .content()
                .doesNotContain("greet.exe");
    }

    @Test
    void saysThatThereAreNoLaunchers(ProvidedRuntime provided) throws IOException {
        Path home = installation();
        Files.delete(home.resolve("Lib/site-packages/pip/_vendor/distlib/t64.exe"));

        assertThatThrownBy(() -> pack(provided, home))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("has no launcher t64.exe");
    }

    @Test
    void isNotUnpackedElsewhere(ProvidedRuntime provided) throws IOException {
        PackageReport report = pack(provided, installation());
        Unpacker unpacker = new Unpacker("linux-x86_64", processes, Map.of(), event -> {});

        assertThatThrownBy(() -> unpacker.unpack(report.file(), Optional.empty(), folder.resolve("here")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is an environment for windows-x86_64; this machine is linux-x86_64");
    }

    private PackageReport pack(ProvidedRuntime provided, Path home, String... exclude) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        Files.writeString(
                SampleEnvironment.sitePackages(provided, environment)
                        .resolve("greeting-1.0.dist-info/entry_points.txt"),
                "[console_scripts]\ngreet = greeting:main\n");
        Path code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(code.resolve("own.py"), "print('own code')\n");
        Runtime here = provided.runtime();
        Runtime there = new Runtime(
                here.version(), "windows-x86_64", "maven", home, home.resolve("python.exe"), "5e77", "cpython");
        return new Packager(processes, ChildEnvironment.from(System.getenv()), ProgressListener.SILENT)
                .pack(
                        new PackageRequest(
                                "default",
                                folder.resolve("project"),
                                "windows-x86_64",
                                folder.resolve("project/target/env.zip"),
                                folder.resolve("scratch"),
                                Instant.parse("2026-01-02T03:04:05Z"),
                                new PackageSettings(
                                        PackageFormat.ZIP, List.of(exclude), List.of(), List.of(code), true)),
                        new Assembled(environment, there, here, 1),
                        "basis");
    }

    /** As far as it counts here. */
    private Path installation() throws IOException {
        Path home = folder.resolve("installation");
        for (String file : List.of(
                "python.exe",
                "Lib/os.py",
                "Lib/test/test_os.py",
                "Lib/site-packages/pip/__init__.py",
                "Lib/site-packages/pip/_vendor/distlib/t64.exe",
                "Scripts/pip.exe")) {
            Path target = home.resolve(file);
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.endsWith("t64.exe") ? LAUNCHER : "# " + file + "\n");
        }
        return home;
    }
}
