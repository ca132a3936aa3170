package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.SampleState;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real CPython and a small environment, packed and unpacked elsewhere. */
@ExtendWith(ProvidedRuntime.Resolver.class)
@DisabledOnOs(OS.WINDOWS)
class PackagerTest {

    @TempDir
    private Path folder;

    private final Processes processes = new Processes();

    /** Two projects in two places, made in another order: one archive, which runs when both are gone. */
    @Test
    void equalEnvironmentsMakeEqualBytesThatRunAnywhere(ProvidedRuntime provided) throws IOException {
        Path first = environment(provided, folder.resolve("first/.venv"));
        Path second = environment(provided, folder.resolve("a-second-one/.venv"));
        Files.setLastModifiedTime(
                sitePackages(provided, second).resolve("greeting/__init__.py"), FileTime.from(Instant.EPOCH));

        PackageReport one = pack(provided, first, settings(true));
        PackageReport other = pack(provided, second, settings(true));

        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(Files.mismatch(one.file(), other.file())).isEqualTo(-1);
        assertThat(one.traces()).isEmpty();
        assertThat(one.leftOut()).containsKeys("tests", "headers");
        assertThat(one.parts().get(Part.BYTECODE)).isGreaterThan(1_000_000);
        Trees.delete(folder.resolve("first"));
        Trees.delete(folder.resolve("a-second-one/.venv"));
        Path tree = folder.resolve("else where");
        Archive.unpack(other.file(), "", tree, done -> {});
        assertThat(run(tree, "bin/greet")).isEqualTo("hello from " + tree.toRealPath());
        assertThat(run(tree, "bin/python", "-c", "import sysconfig; print(sysconfig.get_config_var('LIBDIR'))"))
                .isEqualTo(tree.toRealPath() + "/lib");
        assertThat(run(tree, "bin/python", "-c", "import greeting; print(greeting.__spec__.cached)"))
                .contains("__pycache__");
        assertThat(run(tree, "bin/python", "-m", "own")).isEqualTo("own code");
        assertThat(tree.resolve("pyvenv.cfg")).doesNotExist();
        assertThat(tree.resolve("bin/activate")).doesNotExist();
        Path metadata = sitePackages(provided, tree).resolve("greeting-1.0.dist-info");
        assertThat(metadata.resolve("direct_url.json")).doesNotExist();
        assertThat(metadata.resolve("RECORD"))
                .content()
                .isEqualTo("greeting/__init__.py,,\n../../../bin/greet,,\ngreeting-1.0.dist-info/RECORD,,\n");
    }

    /** Times of sources count for nothing: unpacking changes them. */
    @Test
    void bytecodeIsNotComparedWithTheSource(ProvidedRuntime provided) throws IOException {
        PackageReport report = pack(provided, environment(provided, folder.resolve("project/.venv")), settings(true));
        Path tree = folder.resolve("tree");
        Archive.unpack(report.file(), "", tree, done -> {});

        Path module = sitePackages(provided, tree).resolve("greeting/__init__.py");
        Files.writeString(module, "raise SystemExit('the source was compiled again')\n");

        assertThat(run(tree, "bin/greet")).startsWith("hello");
    }

    @Test
    void refusesPackagesWhoseCodeLiesElsewhere(ProvidedRuntime provided) throws IOException {
        Path environment = environment(provided, folder.resolve("project/.venv"));
        Files.writeString(
                sitePackages(provided, environment).resolve("greeting-1.0.dist-info/direct_url.json"),
                "{\"url\":\"file:///home/ann/greeting\",\"dir_info\":{\"editable\":true}}");

        assertThatThrownBy(() -> pack(provided, environment, settings(false)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("greeting is installed editable");
        assertThat(folder.resolve("project/target")).doesNotExist();
    }

    @Test
    void tellsWhichFilesNameFoldersOfThisMachine(ProvidedRuntime provided) throws IOException {
        Path environment = environment(provided, folder.resolve("project/.venv"));
        Files.writeString(
                sitePackages(provided, environment).resolve("greeting/built.txt"), "built in " + environment + "!");

        PackageReport report = pack(provided, environment, settings(false));

        assertThat(report.traces())
                .containsExactly(
                        "lib/python" + provided.runtime().version().series() + "/site-packages/greeting/built.txt");
        assertThat(report.parts()).doesNotContainKey(Part.BYTECODE);
    }

    @Test
    void unpacksOnceAndReplacesWhatItMade(ProvidedRuntime provided) throws IOException {
        PackageReport packed = pack(provided, environment(provided, folder.resolve("project/.venv")), settings(false));
        Path archive = packed.file();
        Path tree = folder.resolve("app/python");

        UnpackReport made = unpacker("here-only").unpack(archive, Optional.empty(), tree);
        assertThat(made.changed()).isTrue();
        assertThat(made.summary()).contains(provided.runtime().version().toString());
        assertThat(made.series()).isEqualTo(provided.runtime().version().series());
        assertThat(sitePackages(provided, tree).resolve("own.py")).exists();
        assertThat(run(tree, "bin/greet")).endsWith(tree.toString());
        Files.writeString(tree.resolve("added"), "");
        assertThat(unpacker("here-only")
                        .unpack(archive, Optional.of(packed.sha256().toUpperCase(Locale.ROOT)), tree)
                        .changed())
                .isFalse();
        assertThat(tree.resolve("added")).exists();

        Path another = pack(provided, environment(provided, folder.resolve("other/.venv")), settings(true))
                .file();
        assertThat(unpacker("here-only").unpack(another, Optional.empty(), tree).changed())
                .isTrue();
        assertThat(tree.resolve("added")).doesNotExist();
        try (Stream<Path> beside = Files.list(folder.resolve("app"))) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("python", ".python.lock");
        }
    }

    @Test
    void leavesWhatStandsWhereTheArchiveIsNotTheRightOne(ProvidedRuntime provided) throws IOException {
        Path archive = pack(provided, environment(provided, folder.resolve("project/.venv")), settings(false))
                .file();
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> unpacker("here-only").unpack(archive, Optional.of("00"), foreign))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not the one that was asked for");
        assertThatThrownBy(() -> unpacker("here-only").unpack(archive, Optional.empty(), foreign))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not made by unpack");
        assertThatThrownBy(() -> unpacker("moon-z80").unpack(archive, Optional.empty(), folder.resolve("new")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("for here-only; this machine is moon-z80");
        assertThat(foreign.resolve("thesis.txt")).hasContent("mine");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void leavesItsOwnFolderWhereTheNextArchiveIsForAnotherPlatform(ProvidedRuntime provided) throws IOException {
        Path tree = folder.resolve("app/python");
        Path archive = pack(provided, environment(provided, folder.resolve("project/.venv")), settings(false))
                .file();
        unpacker("here-only").unpack(archive, Optional.empty(), tree);
        Path another = pack(provided, environment(provided, folder.resolve("other/.venv")), settings(true))
                .file();

        assertThatThrownBy(() -> unpacker("moon-z80").unpack(another, Optional.empty(), tree))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("for here-only; this machine is moon-z80");

        assertThat(run(tree, "bin/greet")).endsWith(tree.toString());
        try (Stream<Path> beside = Files.list(folder.resolve("app"))) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("python", ".python.lock");
        }
    }

    @Test
    void putsBackWhatStoodWhereTheNewTreeCannotTakeItsPlace() throws IOException {
        Path stood = Files.createDirectories(folder.resolve("app/python"));
        Files.writeString(stood.resolve("kept"), "");
        Path old = folder.resolve("app/old");

        assertThatThrownBy(() -> Unpacker.replace(stood, folder.resolve("no-tree"), old))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(stood.resolve("kept")).exists();
        assertThat(old).doesNotExist();
    }

    private Unpacker unpacker(String platform) {
        return new Unpacker(platform, processes, Map.of("PATH", "/usr/bin:/bin"), event -> {});
    }

    private PackageSettings settings(boolean bytecode) throws IOException {
        Path code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(code.resolve("own.py"), "print('own code')\n");
        return new PackageSettings(PackageFormat.TAR_GZ, List.of(), List.of(), List.of(code), bytecode);
    }

    private PackageReport pack(ProvidedRuntime provided, Path environment, PackageSettings settings) {
        Path project = environment.resolveSibling("");
        EnvironmentState state = SampleState.standingOn(provided.runtime(), project);
        return new Packager(processes, ChildEnvironment.from(System.getenv()))
                .pack(new PackageRequest(
                        environment,
                        state,
                        "here-only",
                        project.resolve("target/env.tar.gz"),
                        folder.resolve("scratch"),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        settings));
    }

    /** What uv makes, as far as it counts here. */
    private static Path environment(ProvidedRuntime provided, Path environment) throws IOException {
        Path packages = sitePackages(provided, environment);
        Path metadata = packages.resolve("greeting-1.0.dist-info");
        Files.createDirectories(packages.resolve("greeting/tests"));
        Files.createDirectories(metadata);
        Files.createDirectories(environment.resolve("bin"));
        Files.writeString(
                environment.resolve("pyvenv.cfg"),
                "home = " + provided.runtime().home() + "/bin\n");
        Files.writeString(environment.resolve("bin/activate"), "VIRTUAL_ENV=" + environment + "\n");
        Files.createSymbolicLink(
                environment.resolve("bin/python"), provided.runtime().executable());
        Files.writeString(
                packages.resolve("greeting/__init__.py"),
                "import sys\n\n\ndef main():\n    print('hello from', sys.prefix)\n");
        Files.writeString(packages.resolve("greeting/tests/test_greeting.py"), "import greeting\n");
        Files.writeString(metadata.resolve("RECORD"), """
                greeting/__init__.py,,
                greeting/tests/test_greeting.py,,
                ../../../bin/greet,,
                greeting-1.0.dist-info/direct_url.json,,
                greeting-1.0.dist-info/RECORD,,
                """);
        Files.writeString(
                metadata.resolve("direct_url.json"), "{\"url\": \"file://" + environment + "\", \"dir_info\": {}}");
        Path script = Files.writeString(environment.resolve("bin/greet"), """
                #!/bin/sh
                '''exec' "$(dirname -- "$(realpath -- "$0")")"/'python' "$0" "$@"
                ' '''
                import greeting
                greeting.main()
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        return environment;
    }

    private static Path sitePackages(ProvidedRuntime provided, Path environment) {
        return environment.resolve("lib/python" + provided.runtime().version().series() + "/site-packages");
    }

    private String run(Path tree, String program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(tree.resolve(program).toString()));
        line.addAll(List.of(arguments));
        Completed done =
                processes.run(new Command(line, folder, Map.of("PATH", "/usr/bin:/bin"), Duration.ofMinutes(1)));
        assertThat(done.exitCode()).as(String.join("\n", done.err())).isZero();
        return String.join("\n", done.out());
    }
}
