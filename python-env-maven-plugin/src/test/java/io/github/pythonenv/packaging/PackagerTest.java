package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.Runtime;
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
import java.util.Collections;
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
    private final List<ProgressEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void twoAtOnceMakeOneThatIsWhole(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("first/.venv"));
        PackageSettings settings = settings(false);

        List<PackageReport> reports = Stream.of(1, 2)
                .parallel()
                .map(builder -> pack(provided, environment, settings))
                .toList();

        assertThat(reports)
                .extracting(PackageReport::sha256)
                .containsOnly(Digests.sha256(reports.get(0).file()));
    }

    @Test
    void saysHowFarItIs(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("first/.venv"));

        PackageReport report = pack(provided, environment, settings(false));

        long all = report.parts().values().stream().mapToLong(Long::longValue).sum();
        String name = String.valueOf(report.file().getFileName());
        assertThat(heard).startsWith(new ProgressEvent.Started(Stage.PACKING, name));
        assertThat(heard.get(heard.size() - 2)).isEqualTo(new ProgressEvent.Bytes(Stage.PACKING, all, all));
        assertThat(heard).last().isInstanceOfSatisfying(ProgressEvent.Finished.class, end -> {
            assertThat(end.stage()).isEqualTo(Stage.PACKING);
            assertThat(end.detail()).isEqualTo(name);
        });
    }

    /** Two projects in two places, made in another order: one archive, which runs when both are gone. */
    @Test
    void equalEnvironmentsMakeEqualBytesThatRunAnywhere(ProvidedRuntime provided) throws IOException {
        Path first = SampleEnvironment.in(provided, folder.resolve("first/.venv"));
        Path second = SampleEnvironment.in(provided, folder.resolve("a-second-one/.venv"));
        Files.setLastModifiedTime(
                SampleEnvironment.sitePackages(provided, second).resolve("greeting/__init__.py"),
                FileTime.from(Instant.EPOCH));

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
        Path metadata = SampleEnvironment.sitePackages(provided, tree).resolve("greeting-1.0.dist-info");
        assertThat(metadata.resolve("direct_url.json")).doesNotExist();
        assertThat(metadata.resolve("RECORD"))
                .content()
                .isEqualTo("greeting/__init__.py,,\n../../../bin/greet,,\ngreeting-1.0.dist-info/RECORD,,\n");
    }

    @Test
    void nothingIsPackedWhereNothingChanged(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        Runtime runtime = provided.runtime();
        Assembled parts = new Assembled(environment, runtime, runtime, 1);
        PackageRequest first = request(environment, settings(false));
        String basis = Packager.basis(parts);
        assertThat(packager().upToDate(first, basis)).isEmpty();

        PackageReport packed = packager().pack(first, parts, basis);

        assertThat(packager().upToDate(request(environment, settings(false)), Packager.basis(parts)))
                .contains(new PackageOutcome.UpToDate(packed.file(), packed.sha256()));
        assertThat(packager().upToDate(request(environment, settings(true)), Packager.basis(parts)))
                .isEmpty();
        Files.writeString(folder.resolve("code/own.py"), "print('other code')\n");
        assertThat(packager().upToDate(first, basis)).isEmpty();
        settings(false);
        assertThat(packager().upToDate(first, basis)).isPresent();
        Files.writeString(SampleEnvironment.sitePackages(provided, environment).resolve("added.py"), "");
        assertThat(Packager.basis(parts)).isNotEqualTo(basis);
        Files.writeString(packed.file(), "what somebody else put there");
        assertThat(packager().upToDate(first, basis)).isEmpty();
    }

    /** Somebody goes on writing: the archive has the code as it was before. */
    @Test
    void codeThatChangesWhileItIsPackedIsPackedAnew(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        PackageRequest request = request(environment, settings(true));
        Path compiler = Files.writeString(
                folder.resolve("compiler"), "#!/bin/sh\necho '# more' >> '" + folder + "/code/own.py'\n");
        Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));

        packager()
                .pack(
                        request,
                        new Assembled(environment, provided.runtime(), with("maven", compiler, provided), 1),
                        "basis");

        assertThat(folder.resolve("code/own.py")).content().contains("# more");
        assertThat(packager().upToDate(request, "basis")).isEmpty();
    }

    @Test
    void refusesAPythonThatIsOfTheMachine(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        Runtime runtime = with("system", provided.runtime().executable(), provided);
        PackageRequest request = request(environment, settings(false));

        assertThatThrownBy(() -> packager().pack(request, new Assembled(environment, runtime, runtime, 1), "basis"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(
                        "The environment default of " + request.project() + " stands on a Python that was")
                .hasMessageContaining("cannot be packed");
    }

    private static Runtime with(String source, Path executable, ProvidedRuntime provided) {
        Runtime real = provided.runtime();
        return new Runtime(
                real.version(), real.platform(), source, real.home(), executable, real.sha256(), real.name());
    }

    /** Times of sources count for nothing: unpacking changes them. */
    @Test
    void bytecodeIsNotComparedWithTheSource(ProvidedRuntime provided) throws IOException {
        PackageReport report =
                pack(provided, SampleEnvironment.in(provided, folder.resolve("project/.venv")), settings(true));
        Path tree = folder.resolve("tree");
        Archive.unpack(report.file(), "", tree, done -> {});

        Path module = SampleEnvironment.sitePackages(provided, tree).resolve("greeting/__init__.py");
        Files.writeString(module, "raise SystemExit('the source was compiled again')\n");

        assertThat(run(tree, "bin/greet")).startsWith("hello");
    }

    @Test
    void refusesPackagesWhoseCodeLiesElsewhere(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        Files.writeString(
                SampleEnvironment.sitePackages(provided, environment).resolve("greeting-1.0.dist-info/direct_url.json"),
                "{\"url\":\"file:///home/ann/greeting\",\"dir_info\":{\"editable\":true}}");

        assertThatThrownBy(() -> pack(provided, environment, settings(false)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("greeting is installed editable");
        assertThat(folder.resolve("project/target")).doesNotExist();
    }

    @Test
    void tellsWhichFilesNameFoldersOfThisMachine(ProvidedRuntime provided) throws IOException {
        Path environment = SampleEnvironment.in(provided, folder.resolve("project/.venv"));
        Files.writeString(
                SampleEnvironment.sitePackages(provided, environment).resolve("greeting/built.txt"),
                "built in " + environment + "!");

        PackageReport report = pack(provided, environment, settings(false));

        assertThat(report.traces())
                .containsExactly(
                        "lib/python" + provided.runtime().version().series() + "/site-packages/greeting/built.txt");
        assertThat(report.parts()).doesNotContainKey(Part.BYTECODE);
    }

    @Test
    void unpacksOnceAndReplacesWhatItMade(ProvidedRuntime provided) throws IOException {
        PackageReport packed =
                pack(provided, SampleEnvironment.in(provided, folder.resolve("project/.venv")), settings(false));
        Path archive = packed.file();
        Path tree = folder.resolve("app/python");

        UnpackReport made = unpacker("linux-here").unpack(archive, Optional.empty(), tree);
        assertThat(made.changed()).isTrue();
        assertThat(made.summary()).contains(provided.runtime().version().toString());
        assertThat(made.sitePackages()).isEqualTo(SampleEnvironment.sitePackages(provided, tree));
        assertThat(SampleEnvironment.sitePackages(provided, tree).resolve("own.py"))
                .exists();
        assertThat(run(tree, "bin/greet")).endsWith(tree.toString());
        Files.writeString(tree.resolve("added"), "");
        assertThat(unpacker("linux-here")
                        .unpack(archive, Optional.of(packed.sha256().toUpperCase(Locale.ROOT)), tree)
                        .changed())
                .isFalse();
        assertThat(tree.resolve("added")).exists();

        Path another = pack(provided, SampleEnvironment.in(provided, folder.resolve("other/.venv")), settings(true))
                .file();
        assertThat(unpacker("linux-here")
                        .unpack(another, Optional.empty(), tree)
                        .changed())
                .isTrue();
        assertThat(tree.resolve("added")).doesNotExist();
        try (Stream<Path> beside = Files.list(folder.resolve("app"))) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("python", ".python.lock");
        }
    }

    @Test
    void leavesWhatStandsWhereTheArchiveIsNotTheRightOne(ProvidedRuntime provided) throws IOException {
        Path archive = pack(provided, SampleEnvironment.in(provided, folder.resolve("project/.venv")), settings(false))
                .file();
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> unpacker("linux-here").unpack(archive, Optional.of("00"), foreign))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not the one that was asked for");
        assertThatThrownBy(() -> unpacker("linux-here").unpack(archive, Optional.empty(), foreign))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not made by unpack");
        assertThatThrownBy(() -> unpacker("linux-z80").unpack(archive, Optional.empty(), folder.resolve("new")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("for linux-here; this machine is linux-z80");
        assertThat(foreign.resolve("thesis.txt")).hasContent("mine");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void leavesItsOwnFolderWhereTheNextArchiveIsForAnotherPlatform(ProvidedRuntime provided) throws IOException {
        Path tree = folder.resolve("app/python");
        Path archive = pack(provided, SampleEnvironment.in(provided, folder.resolve("project/.venv")), settings(false))
                .file();
        unpacker("linux-here").unpack(archive, Optional.empty(), tree);
        Path another = pack(provided, SampleEnvironment.in(provided, folder.resolve("other/.venv")), settings(true))
                .file();

        assertThatThrownBy(() -> unpacker("linux-z80").unpack(another, Optional.empty(), tree))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("for linux-here; this machine is linux-z80");

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
        Runtime runtime = provided.runtime();
        return packager()
                .pack(request(environment, settings), new Assembled(environment, runtime, runtime, 1), "basis");
    }

    private Packager packager() {
        return new Packager(processes, ChildEnvironment.from(System.getenv()), heard::add);
    }

    private PackageRequest request(Path environment, PackageSettings settings) {
        Path project = environment.resolveSibling("");
        return new PackageRequest(
                "default",
                project,
                "linux-here",
                project.resolve("target/env.tar.gz"),
                folder.resolve("scratch"),
                Instant.parse("2026-01-02T03:04:05Z"),
                settings);
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
