package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.FakeStandalone;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.MirrorGroup;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is put into a mirror where nobody names versions. uv is there already: no index is asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class MirrorTest {
    private static final Host HOST = Host.current();
    private static final String HERE = HOST.platform().id();
    private static final MirrorGroup GROUP = new MirrorGroup("com.example");

    @TempDir
    Path folder;

    private final Map<String, Path> there = new HashMap<>();
    private FakeStandalone older;
    private FakeStandalone newer;

    @BeforeEach
    void archives() throws IOException {
        older = write("3.14.6");
        newer = write("3.14.7");
        for (String version : List.of("0.0.1", Locking.pinnedUv().version())) {
            for (String platform : Locking.pinnedUv().digests().keySet()) {
                there.put(
                        GROUP.uv(version, platform).coordinates(),
                        Files.createFile(folder.resolve(version + platform)));
            }
        }
    }

    @Test
    void theNewestOfEachSeriesWithoutALock() {
        assertThat(filled(List.of(), List.of()))
                .contains("com.example:cpython:3.14.7:zip:" + HERE)
                .contains(GROUP.uv(Locking.pinnedUv().version(), HERE).coordinates())
                .noneMatch(artifact -> artifact.contains("3.14.6"));
    }

    @Test
    void whatTheLockPinsWhereThereIsOne() throws IOException {
        Path lock = lock();

        assertThat(filled(List.of(lock), List.of()))
                .containsExactlyInAnyOrder(
                        "com.example:cpython:3.14.6:zip:" + HERE,
                        GROUP.uv("0.0.1", HERE).coordinates());
        assertThat(there).containsKey("com.example:cpython:3.14.6:properties:" + HERE);
        // A version means what is locked for it, and what is not locked the newest.
        assertThat(filled(List.of(lock), List.of(VersionRequest.parse("3"))))
                .contains("com.example:cpython:3.14.6:zip:" + HERE);
        assertThat(filled(List.of(lock), List.of(VersionRequest.parse("3.14"))))
                .contains("com.example:cpython:3.14.7:zip:" + HERE);
    }

    @Test
    void aLockThatIsNotThereIsNone() {
        assertThat(filled(List.of(folder.resolve("nowhere.lock")), List.of()))
                .contains("com.example:cpython:3.14.7:zip:" + HERE);
    }

    @Test
    void aPlatformThatIsNotLockedIsTold() throws IOException {
        String other = HERE.equals("macos-aarch64") ? "linux-x86_64" : "macos-aarch64";
        MirrorRequest request = request(List.of(lock()), List.of(), List.of(HERE, other));

        assertThat(mirror().fill(request).lacking()).containsExactly("The lock pins no Python 3 for " + other + ".");
        assertThatThrownBy(() -> mirror().fill(request(List.of(lock()), List.of(), List.of(other))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("The lock pins no Python 3 for " + other);
    }

    @Test
    void whatCannotBeHadNowIsTheOnlyThingThatLacks() throws IOException {
        Files.delete(folder.resolve("mirror/20260101/cpython-3.14.7+20260101-install_only_stripped.zip"));

        MirrorReport report = mirror().fill(request(
                List.of(), List.of(VersionRequest.parse("3.14.7"), VersionRequest.parse("3.14.6")), List.of(HERE)));

        assertThat(report.items().stream().map(item -> item.artifact().coordinates()))
                .containsExactly(
                        "com.example:cpython:3.14.6:zip:" + HERE,
                        GROUP.uv(Locking.pinnedUv().version(), HERE).coordinates());
        assertThat(report.failed()).singleElement().asString().contains("3.14.7 for " + HERE);
    }

    @Test
    void aVersionThatIsNotThereIsAnErrorAndNoUvComes() {
        assertThatThrownBy(() -> mirror().fill(request(List.of(), List.of(VersionRequest.parse("3.99")), List.of())))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("There is no Python 3.99 for " + HERE + ".")
                .hasMessageNotContaining("uv");
    }

    @Test
    void anArchiveOfOnesOwnDoesNotTakeThePlaceOfAnother() throws IOException {
        filled(List.of(), List.of());
        FakeStandalone.write(folder.resolve("own"), HOST, "3.14.7", FakeStandalone.passing("3.14.7") + "#ours\n");
        Path own = folder.resolve("own").resolve("20260101/cpython-3.14.7+20260101-install_only_stripped.zip");
        SourceRequest archive = new SourceRequest.Archive(new LocalFile(own), Optional.of(Digests.sha256(own)), false);

        MirrorReport report =
                mirror().fill(new MirrorRequest(GROUP, List.of(), List.of(), archive, Mirrors.NONE, List.of(HERE)));

        assertThat(report.lacking()).singleElement().asString().contains("3.14.7", "already", "yours was left out");
    }

    @Test
    void anArchiveForAnotherMachineIsWhatOneSays() throws IOException {
        Path zip = Files.writeString(folder.resolve("python-3.14.7-embed-arm64.zip"), "not for here");
        SourceRequest archive = new SourceRequest.Archive(new LocalFile(zip), Optional.of(Digests.sha256(zip)), true);
        MirrorRequest said = new MirrorRequest(
                GROUP,
                List.of(VersionRequest.parse("3.14.7")),
                List.of(),
                archive,
                Mirrors.NONE,
                List.of("windows-aarch64"));

        assertThat(mirror().fill(said).items().get(0).artifact().coordinates())
                .isEqualTo("com.example:cpython:3.14.7:zip:windows-aarch64");
        assertThat(there.get("com.example:cpython:3.14.7:zip:windows-aarch64")).hasContent("not for here");
        assertThat(there.get("com.example:cpython:3.14.7:properties:windows-aarch64"))
                .content()
                .contains("embeddable", Digests.sha256(zip));

        MirrorRequest unsaid =
                new MirrorRequest(GROUP, List.of(), List.of(), archive, Mirrors.NONE, List.of("windows-aarch64"));
        assertThatThrownBy(() -> mirror().fill(unsaid))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("for another machine");
    }

    private Path lock() throws IOException {
        Path lock = folder.resolve(LockFile.NAME);
        LockText.write(
                lock,
                new Lock(
                        Map.of("3", List.of(older.distribution)),
                        Optional.of(new Lock.Uv("0.0.1", Map.of(HERE, "0".repeat(64))))));
        return lock;
    }

    private List<String> filled(List<Path> locks, List<VersionRequest> versions) {
        return mirror().fill(request(locks, versions, List.of())).items().stream()
                .map(item -> item.artifact().coordinates())
                .toList();
    }

    private MirrorRequest request(List<Path> locks, List<VersionRequest> versions, List<String> platforms) {
        return new MirrorRequest(
                GROUP,
                versions,
                locks.stream().map(LockFile::at).toList(),
                new SourceRequest.Auto(),
                newer.mirrors(),
                platforms);
    }

    private Mirror mirror() {
        Supplies supplies = new Supplies(
                Catalogue.of(List.of(older.distribution, newer.distribution)),
                (groupId, artifactId, version, extension, classifier) -> {
                    throw new AssertionError("no artifact is wanted");
                },
                () -> new Network(Proxies.NONE, Logins.NONE, () -> {
                    throw new AssertionError("no connection is to be made");
                }),
                MachinePythons.none());
        return new Mirror(
                new Toolbox(HOST, new Store(folder.resolve("store")), () -> supplies, ProgressListener.SILENT),
                new MirrorRepository() {
                    @Override
                    public Optional<Path> find(MavenArtifact artifact) {
                        return Optional.ofNullable(there.get(artifact.coordinates()));
                    }

                    @Override
                    public void deploy(Map<MavenArtifact, Path> files) {
                        files.forEach((artifact, file) -> there.put(artifact.coordinates(), kept(file)));
                    }
                });
    }

    /** What is deployed is deleted after. */
    private Path kept(Path file) {
        try {
            return Files.copy(
                    file,
                    Files.createTempFile(folder, "deployed", ""),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private FakeStandalone write(String version) throws IOException {
        return FakeStandalone.write(folder.resolve("mirror"), HOST, version, FakeStandalone.passing(version));
    }
}
