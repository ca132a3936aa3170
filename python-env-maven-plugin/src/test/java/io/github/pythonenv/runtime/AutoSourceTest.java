package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where a runtime comes from when nobody says where from. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreter is a shell script")
class AutoSourceTest {
    private static final Host HOST = Host.current();

    @TempDir
    Path folder;

    private final List<ProgressEvent> events = new ArrayList<>();
    private FakeStandalone standalone;
    private FakeArchive maven;
    private boolean mavenHasIt = true;
    private Supplier<Network> network = Networks::impatient;

    @BeforeEach
    void writeArchives() throws IOException {
        standalone = FakeStandalone.write(folder.resolve("mirror"), HOST, "3.14.7", FakeStandalone.passing("3.14.7"));
        maven = FakeArchive.write(folder.resolve("cpython.jar"), HOST, FakeArchive.passing());
    }

    @Test
    void prefersStandaloneWhereItCanBeReached() throws IOException {
        Runtime made = runtimes().provide(request(standalone.mirrors(), false, false));

        assertThat(made.version()).hasToString("3.14.7");
        assertThat(made.source()).isEqualTo("standalone");
        assertThat(made.executable()).isExecutable();
        assertThat(made.home().resolve("lib/python3.14/EXTERNALLY-MANAGED")).exists();
        assertThat(RuntimeRecord.read(made.home())).contains(standalone.distribution);
        assertThat(folder.resolve("store/downloads")).isEmptyDirectory();
        assertThat(notices()).isEmpty();
    }

    @Test
    void takesMavenWhereTheNameOfTheHostIsNotKnown() {
        Runtime made = runtimes().provide(request(Mirrors.NONE, false, false));

        assertThat(made.source()).isEqualTo("maven");
        assertThat(notices()).singleElement().asString().contains(FakeStandalone.HOST + " cannot be reached");
    }

    @Test
    void remembersForADayAndUntilUpgrade() {
        Runtimes runtimes = runtimes();
        runtimes.provide(request(Mirrors.NONE, false, false));
        events.clear();

        RuntimeChoice again = runtimes().choose(request("3.14.3", Mirrors.NONE, false, false));
        assertThat(again).isInstanceOf(RuntimeChoice.Ready.class);
        deleteRuntimes();
        RuntimeChoice.Missing without = (RuntimeChoice.Missing) runtimes().choose(request(Mirrors.NONE, false, false));
        assertThat(without.candidates()).containsExactly(maven.distribution);
        assertThat(notices())
                .singleElement()
                .asString()
                .contains("could not be reached lately")
                .contains("-U");

        RuntimeChoice.Missing upgrading = (RuntimeChoice.Missing) runtimes().choose(request(Mirrors.NONE, true, false));
        assertThat(upgrading.candidates()).containsExactly(standalone.distribution, maven.distribution);
    }

    @Test
    void takesWhatTheStoreHasUntilUpgrade() throws IOException {
        Runtime old = runtimes().provide(request("3.14.3", Mirrors.NONE, false, false));

        assertThat(runtimes().choose(request(standalone.mirrors(), false, false)))
                .isEqualTo(new RuntimeChoice.Ready(old));
        assertThat(runtimes()
                        .provide(request(standalone.mirrors(), true, false))
                        .version())
                .hasToString("3.14.7");
    }

    @Test
    void triesNoHostWhenOffline() {
        RuntimeChoice.Missing choice = (RuntimeChoice.Missing) runtimes().choose(request(Mirrors.NONE, false, true));

        assertThat(choice.candidates()).containsExactly(maven.distribution);
        assertThat(notices()).singleElement().asString().contains("this build is offline");
        assertThat(folder.resolve("store/unreachable.properties")).doesNotExist();
    }

    @Test
    void passesOverWhatDoesNotStart() throws IOException {
        standalone =
                FakeStandalone.write(folder.resolve("other"), HOST, "3.14.7", "echo 'no such loader' >&2; exit 127\n");

        Runtime made = runtimes().provide(request(standalone.mirrors(), false, false));

        assertThat(made.source()).isEqualTo("maven");
        assertThat(notices())
                .singleElement()
                .asString()
                .contains("Python 3.14.7 does not start")
                .contains("no such loader");
    }

    @Test
    void neverUsesOtherBytes() throws IOException {
        Path file = standalone.mirror.resolve("20260101/cpython-3.14.7+20260101-install_only_stripped.zip");
        Files.writeString(file, "something else");

        Runtime made = runtimes().provide(request(standalone.mirrors(), false, false));

        assertThat(made.source()).isEqualTo("maven");
        assertThat(notices()).isNotEmpty();
    }

    @Test
    void passesOverWhatAProxyOfAnotherKindLeadsTo() {
        network = () -> new Network(
                Proxies.of(List.of(), Map.of("ALL_PROXY", "socks5://127.0.0.1:1080")), Logins.NONE, Networks.noTrust());

        Runtime made = runtimes().provide(request(Mirrors.NONE, false, false));

        assertThat(made.source()).isEqualTo("maven");
        assertThat(notices()).singleElement().asString().contains("ALL_PROXY", "it speaks SOCKS");
        assertThat(folder.resolve("store/unreachable.properties")).doesNotExist();
    }

    /** The build before was killed between fetching and publishing, or fetched it for another machine. */
    @Test
    void doesNotFetchWhatIsThereAlready() throws IOException {
        Path archive = standalone.mirror.resolve("20260101/cpython-3.14.7+20260101-install_only_stripped.zip");
        Path kept = folder.resolve("store/downloads")
                .resolve(standalone.distribution.sha256().substring(0, 12) + "-" + archive.getFileName());
        Files.createDirectories(kept.getParent());
        Files.move(archive, kept);

        Runtime made = runtimes().provide(request(standalone.mirrors(), false, false));

        assertThat(made.source()).isEqualTo("standalone");
        assertThat(notices()).isEmpty();
        assertThat(kept).doesNotExist();
    }

    @Test
    void passesOverAMirrorOnADiskThatLacksIt() throws IOException {
        io.github.pythonenv.store.Trees.delete(standalone.mirror.resolve("20260101"));

        assertThat(runtimes()
                        .provide(request(standalone.mirrors(), false, false))
                        .source())
                .isEqualTo("maven");
        assertThat(notices()).singleElement().asString().contains("there is no such file");
    }

    @Test
    void namesAllReasonsWhereNothingCanBeHad() {
        mavenHasIt = false;

        assertThatThrownBy(() -> runtimes().provide(request(Mirrors.NONE, false, false)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(FakeStandalone.HOST)
                .hasMessageContaining("no artifact");
    }

    @Test
    void triesAForcedSourceHoweverItWentBefore() {
        runtimes().provide(request(Mirrors.NONE, false, false));
        RuntimeRequest forced = request(Mirrors.NONE, false, false).from(new SourceRequest.Standalone());

        assertThat(((RuntimeChoice.Missing) runtimes().choose(forced)).candidates())
                .containsExactly(standalone.distribution);
        assertThatThrownBy(() -> runtimes().provide(forced)).hasMessageContaining(FakeStandalone.HOST);
    }

    private void deleteRuntimes() {
        try {
            io.github.pythonenv.store.Trees.delete(folder.resolve("store/runtimes"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> notices() {
        return events.stream()
                .filter(ProgressEvent.Notice.class::isInstance)
                .map(event -> ((ProgressEvent.Notice) event).text())
                .toList();
    }

    private static RuntimeRequest request(Mirrors mirrors, boolean newest, boolean offline) {
        return request("3", mirrors, newest, offline);
    }

    private static RuntimeRequest request(String python, Mirrors mirrors, boolean newest, boolean offline) {
        return new RuntimeRequest(VersionRequest.parse(python), new SourceRequest.Auto(), mirrors, newest, offline);
    }

    private Runtimes runtimes() {
        ArtifactResolver resolver = (groupId, artifactId, version, extension, classifier) -> {
            if (!mavenHasIt) {
                throw new UserFailure("There is no artifact.", "Look elsewhere.");
            }
            return maven.jar();
        };
        return new Runtimes(
                HOST,
                new Store(folder.resolve("store")),
                new Supplies(
                        Catalogue.of(List.of(maven.distribution, standalone.distribution)),
                        resolver,
                        network,
                        MachinePythons.none()),
                new Processes(),
                events::add);
    }
}
