package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Archives and Maven coordinates of one's own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreter is a shell script")
class ArchiveSourceTest {
    private static final Host HOST = Host.current();
    private static final String PASSING = "#!/bin/sh\n" + FakeStandalone.passing("3.13.2");

    @TempDir
    Path folder;

    private final Map<String, Path> artifacts = new HashMap<>();

    @Test
    void findsTheInstallationInWhateverFolderItIs() throws IOException {
        Path archive = archive(Map.of(
                "some/where/deep/bin/python3.13", PASSING,
                "some/where/deep/include/python3.13/patchlevel.h", "#define PY_VERSION \"3.13.2\"\n",
                "some/where/deep/lib/python3.13/ssl.py", "import os\n",
                "some/README", "hello"));

        Runtime made = runtimes().provide(request("3", pinned(archive)));

        assertThat(made.version()).hasToString("3.13.2");
        assertThat(made.source()).isEqualTo("archive");
        assertThat(made.executable())
                .isEqualTo(made.home().resolve("bin/python3.13"))
                .isExecutable();
        assertThat(made.home().resolve("README")).doesNotExist();
        assertThat(made.home().resolve(".archive")).doesNotExist();
        assertThat(runtimes().choose(request("3", pinned(archive)))).isEqualTo(new RuntimeChoice.Ready(made));
        assertThat(archive).exists();
    }

    @Test
    void asksTheInterpreterWhereNoHeaderSaysTheVersion() throws IOException {
        Path archive = archive(Map.of("bin/python3.13", """
                        #!/bin/sh
                        case "$4" in
                          *version_info*) echo 3.13.9 final ;;
                          *) printf 'python\\t3.13.9\\nend\\n' ;;
                        esac
                        """.replace("$4", "$*")));
        // The probe asks for the version too, in a script that is longer.
        Path other = archive(Map.of("bin/python3.13", """
                        #!/bin/sh
                        if [ "$2" = -S ]; then echo 3.13.9 final; else printf 'python\\t3.13.9\\nend\\n'; fi
                        """));

        assertThat(runtimes().provide(request("3", pinned(other))).version()).hasToString("3.13.9");
        assertThatThrownBy(() -> runtimes().provide(request("3", pinned(archive))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("does not start");
    }

    @Test
    void refusesOtherVersionsThanAsked() throws IOException {
        Path archive = python();

        assertThatThrownBy(() -> runtimes().provide(request("3.14", pinned(archive))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("3.13.2")
                .hasMessageContaining("'3.14'");
        runtimes().provide(request("3", pinned(archive)));
        assertThatThrownBy(() -> runtimes().choose(request("3.14", pinned(archive))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'3.14'");
    }

    @Test
    void refusesOtherBytes() throws IOException {
        SourceRequest asked = pinned(python());
        python("something else");

        // The user's own file, in a folder of the user's: nothing of that is to be deleted.
        assertThatThrownBy(() -> runtimes().provide(request("3", asked)))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint())
                                .contains("<archiveSha256>")
                                .doesNotContain("elete"))
                .hasMessageContaining("not the one that was asked for");
    }

    @Test
    void saysThatThereIsNoSuchFile() throws IOException {
        LocalFile nowhere = new LocalFile(folder.resolve("nowhere.zip"));
        SourceRequest pinned = new SourceRequest.Archive(nowhere, Optional.of("0".repeat(64)), false);
        SourceRequest trusted = new SourceRequest.Archive(nowhere, Optional.empty(), false);
        SourceRequest directory = new SourceRequest.Archive(new LocalFile(folder), Optional.empty(), false);

        for (SourceRequest one : List.of(pinned, trusted)) {
            assertThatThrownBy(() -> runtimes().provide(request("3", one)))
                    .isInstanceOfSatisfying(
                            UserFailure.class,
                            failure -> assertThat(failure.hint()).contains("<archive>"))
                    .hasMessage("The archive " + nowhere + " cannot be used: there is no such file.");
        }
        assertThatThrownBy(trusted::describe).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> runtimes().provide(request("3", directory))).hasMessageContaining("it is a folder");
    }

    /** It was packed as it lies in a store. */
    @Test
    void takesAFolderOfAStore() throws IOException {
        Path archive = archive(Map.of(
                "bin/python3.13", PASSING,
                "include/python3.13/patchlevel.h", "#define PY_VERSION \"3.13.2\"\n",
                ".complete", "",
                "python-env-runtime.properties", "version=3.12.0\n"));

        Runtime made = runtimes().provide(request("3", pinned(archive)));

        assertThat(made.version()).hasToString("3.13.2");
        assertThat(Store.complete(made.home())).isTrue();
    }

    @Test
    void noticesThatATrustedFileBecameAnother() throws IOException {
        SourceRequest trusted = new SourceRequest.Archive(new LocalFile(python()), Optional.empty(), false);
        Runtime first = runtimes().provide(request("3", trusted));
        String before = trusted.describe();

        python("another archive altogether");

        assertThat(trusted.describe()).isNotEqualTo(before);
        assertThat(runtimes().provide(request("3", trusted)).name()).isNotEqualTo(first.name());
    }

    @Test
    void refusesWhatHasNoPython() throws IOException {
        Path archive = archive(Map.of("bin/ruby", "#!/bin/sh\n"));

        assertThatThrownBy(() -> runtimes().provide(request("3", pinned(archive))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("no CPython")
                .hasMessageContaining("bin/python3.N");
        assertThat(folder.resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void refusesWhatIsForAnotherCpu() throws IOException {
        boolean here = HOST.platform().id().endsWith("x86_64");
        String elf = "\u007fELF\u0002\u0001\u0001" + "\0".repeat(11) + (char) (here ? 183 : 62) + "\0".repeat(80);
        Path archive = folder.resolve("foreign.zip");
        FakeStandalone.zip(archive, Map.of("bin/python3.13", "")); // made, then with bytes that are no text
        try (var out = Files.newOutputStream(archive);
                var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("bin/python3.13"));
            zip.write(elf.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }

        assertThatThrownBy(() -> runtimes().provide(request("3", pinned(archive))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(here ? "linux-aarch64" : "linux-x86_64")
                .hasMessageContaining("this machine is " + HOST.platform().id());
    }

    @Test
    void fillsInCoordinates() throws IOException {
        Path archive = python();
        artifacts.put("com.example:cpython:3.13.2:zip:" + platform(), archive);
        SourceRequest own = new SourceRequest.Coordinates(
                MavenArtifact.parse("com.example:cpython:{version}:zip:{platform}"),
                Map.of(platform(), Digests.sha256(archive)));

        Runtime made = runtimes().provide(request("3.13.2", own));

        assertThat(made.source()).isEqualTo("maven");
        assertThat(own.serves(made)).isTrue();
        assertThat(new SourceRequest.Maven().serves(made)).isFalse();
        assertThatThrownBy(() -> runtimes().choose(request(">=3.13", own)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("{version}");
    }

    @Test
    void takesTheDigestThatIsDeployedBesideTheArtifact() throws IOException {
        Path archive = python();
        artifacts.put("com.example:cpython:1:zip:any", archive);
        SourceRequest own =
                new SourceRequest.Coordinates(MavenArtifact.parse("com.example:cpython:1:zip:any"), Map.of());

        assertThatThrownBy(() -> runtimes().choose(request("3", own)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("Nobody says what the SHA-256")
                .hasMessageContaining(platform())
                .extracting(failure -> ((UserFailure) failure).hint())
                .asString()
                .contains("com.example:cpython:1:properties:digests with the line " + platform() + "=…");

        artifacts.put(
                "com.example:cpython:1:properties:digests",
                Files.writeString(folder.resolve("digests"), platform() + "=" + Digests.sha256(archive) + "\n"));
        assertThat(runtimes().provide(request("3", own)).version()).hasToString("3.13.2");
    }

    private static String platform() {
        return new OwnCoordinates(
                        new SourceRequest.Coordinates(new MavenArtifact("g", "a", "1", "{platform}"), Map.of()),
                        (groupId, artifactId, version, extension, classifier) -> Path.of(""),
                        HOST)
                .platform();
    }

    private Path python(String... readme) throws IOException {
        return archive(Map.of(
                "python/bin/python3.13",
                PASSING,
                "python/include/python3.13/patchlevel.h",
                "#define PY_VERSION \"3.13.2\"\n",
                "python/README",
                String.join(" ", readme)));
    }

    private Path archive(Map<String, String> files) throws IOException {
        return FakeStandalone.zip(
                folder.resolve("archive" + (files.size() == 1 ? files.hashCode() : "") + ".zip"), files);
    }

    private static SourceRequest pinned(Path archive) throws IOException {
        return new SourceRequest.Archive(new LocalFile(archive), Optional.of(Digests.sha256(archive)), false);
    }

    private static RuntimeRequest request(String python, SourceRequest source) {
        return new RuntimeRequest(VersionRequest.parse(python), source, Mirrors.NONE, false, false);
    }

    private Runtimes runtimes() {
        ArtifactResolver resolver = (groupId, artifactId, version, extension, classifier) -> Optional.ofNullable(
                        artifacts.get(String.join(":", groupId, artifactId, version, extension, classifier)))
                .orElseThrow(() -> new UserFailure("There is no such artifact.", "Look elsewhere."));
        return new Runtimes(
                HOST,
                new Store(folder.resolve("store")),
                new Supplies(Catalogue.of(List.of()), resolver, Networks.none(), MachinePythons.none()),
                new Processes(),
                event -> {});
    }
}
