package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request means on different machines, with the real catalogue and without making anything. */
class SelectionTest {
    private static final Libc NEW = new Libc.Glibc(2, 36);
    private static final Libc OLD = new Libc.Glibc(2, 34);
    private static final Libc TOO_OLD = new Libc.Glibc(2, 28);

    @TempDir
    Path home;

    private final List<ProgressEvent> events = new ArrayList<>();

    @Test
    void takesTheNewestThatMatches() {
        assertThat(select(Hosts.linux(NEW), "3")).hasToString("3.14.3");
        assertThat(select(Hosts.linux(NEW), ">=3.12,<3.14")).hasToString("3.13.5");
        assertThat(select(Hosts.windows(Architecture.X86_64), "3")).hasToString("3.14.3");
        assertThat(events).noneMatch(ProgressEvent.Notice.class::isInstance);
    }

    @Test
    void takesTheNewestThatStartsHereAndSaysWhatItPassedOver() {
        assertThat(select(Hosts.linux(OLD), "3")).hasToString("3.12.1");
        assertThat(events)
                .contains(new ProgressEvent.Notice(
                        "Python 3.12.1 for '3': 3.14.3 needs glibc 2.35, and this machine has 2.34."));
    }

    @Test
    void saysNothingOfWhatIsMadeForAnotherLibrary() {
        Distribution glibc = known("3.13.5", "linux-x86_64");
        Distribution musl = new Distribution(
                PythonVersion.parse("3.13.15"),
                glibc.platform(),
                Source.STANDALONE,
                glibc.origin(),
                glibc.sha256(),
                new Needs(new Floor.Musl(), List.of()),
                1);

        assertThat(new Selection(Hosts.linux(NEW)).passedOver(List.of(glibc, musl), VersionRequest.any(), glibc))
                .isEmpty();
    }

    @Test
    void takesWhatThisMacOsStarts() {
        assertThat(select(Hosts.macOs("15.7.1"), "3")).hasToString("3.14.3");
        assertThat(select(Hosts.macOs("26.0"), "3")).hasToString("3.14.3");
        assertThat(select(Hosts.macOs("15.6"), "3")).hasToString("3.13.5");
        assertThat(select(Hosts.macOs("unheard of"), "3")).hasToString("3.14.3");
    }

    @Test
    void triesOnAnUnknownCLibrary() {
        assertThat(select(Hosts.linux(new Libc.Unknown()), "3")).hasToString("3.14.3");
    }

    @Test
    void saysWhichVersionsThereAre() {
        UserFailure failure = failure(Hosts.linux(NEW), "3.11");

        assertThat(failure).hasMessageContaining("'3.11'").hasMessageContaining("no version in the catalogue");
        assertThat(failure.hint()).contains("3.12.1, 3.13.5, 3.14.3");
    }

    @Test
    void saysWhichOtherSourceHasWhatOneLacks() {
        UserFailure failure = failure(Hosts.linux(NEW), "3.14.7");

        assertThat(failure).hasMessageContaining("from the source maven");
        assertThat(failure.hint())
                .endsWith("Or leave <source> (-Dpython-env.source) away: 3.14.7 can be had from standalone.");
    }

    @Test
    void saysThatTheEmbeddablePackageIsForWindows() {
        RuntimeRequest request = asked("3", false)
                .from(new SourceRequest.Archive(
                        new LocalFile(home.resolve("embed.zip")), Optional.of("0".repeat(64)), true));
        UserFailure failure = catchThrowableOfType(
                UserFailure.class,
                () -> runtimes(Hosts.linux(NEW), Catalogue.builtIn()).choose(request));

        assertThat(failure).hasMessageContaining("for Windows, and this machine is linux-x86_64");
    }

    @Test
    void saysThatNoEnvironmentIsMadeOfAnArchiveOnWindows() {
        LocalFile archive = new LocalFile(home.resolve("app.tar.gz"));
        RuntimeRequest request = asked("3", false)
                .from(new SourceRequest.Packed(new PackedArchive(
                        archive,
                        Optional.of("0".repeat(64)),
                        (group, artifact, version, extension, classifier) -> home)));
        UserFailure failure = catchThrowableOfType(
                UserFailure.class,
                () -> runtimes(Hosts.windows(Architecture.X86_64), Catalogue.builtIn())
                        .choose(request));

        assertThat(failure).hasMessageContaining("on Windows no environment is made of an archive");
    }

    @Test
    void saysWhereItIsAskedForAndNotWhereItIsFrom() {
        Runtimes runtimes = runtimes(Hosts.linux(NEW), Catalogue.builtIn());
        RuntimeRequest standalone = new RuntimeRequest(
                VersionRequest.parse("3.14.7"),
                new SourceRequest.Standalone(),
                new Mirrors(Optional.of(URI.create("https://me:secret@files.example.com/pythons")), Optional.empty()),
                false,
                false);

        assertThat(runtimes.choose(standalone).toString())
                .startsWith(
                        "CPython 3.14.7, to be had from https://files.example.com/pythons/20260814/cpython-3.14.7%2B");
    }

    @Test
    void saysWhatIsForOtherPlatformsOnly() {
        UserFailure failure = failure(Hosts.linuxOnArm(NEW), "3.13");

        assertThat(failure)
                .hasMessageContaining("for other platforms only")
                .hasMessageContaining("3.13.5 (linux-x86_64)")
                .hasMessageContaining("this is linux-aarch64");
        assertThat(failure.hint()).contains("3.12.1, 3.14.3").contains("on other machines only: 3.13.5");
    }

    @Test
    void saysThatGlibcIsTooOldForTheVersion() {
        UserFailure failure = failure(Hosts.linux(OLD), "3.14");

        assertThat(failure).hasMessageContaining("Python 3.14.3 needs glibc 2.35, and this machine has 2.34");
        assertThat(failure.hint()).contains("can be had here: 3.12.1").contains("3.13.5, 3.14.3");
    }

    @Test
    void saysThatGlibcIsTooOldForAll() {
        UserFailure failure = failure(Hosts.linux(TOO_OLD), "3");

        assertThat(failure).hasMessageContaining("needs glibc 2.35, and this machine has 2.28");
        assertThat(failure.hint()).contains("newer release");
    }

    @Test
    void saysThatMuslWillNotDo() {
        UserFailure failure = failure(Hosts.linux(new Libc.Musl()), "3.14");

        assertThat(failure).hasMessageContaining("this Linux has musl");
        assertThat(failure.hint()).contains("instead of Alpine");
    }

    @Test
    void saysThatThePlatformHasNone() {
        UserFailure failure = failure(Hosts.windows(Architecture.AARCH64), "3");

        assertThat(failure)
                .hasMessageContaining("none at all for windows-aarch64")
                .hasMessageContaining("linux-aarch64, linux-x86_64, macos-aarch64, macos-x86_64, windows-x86_64");
    }

    @Test
    void prefersWhatTheStoreHas() throws IOException {
        Distribution older = store("3.12.1", "linux-x86_64");
        Runtimes runtimes = runtimes(Hosts.linux(NEW), Catalogue.of(List.of()));

        assertThat(chosen(runtimes, "3", false)).isEqualTo(older.sha256());
    }

    @Test
    void passesOverTheStoreWhenTheNewestIsAskedFor() throws IOException {
        store("3.12.1", "linux-x86_64");
        Runtimes runtimes = runtimes(Hosts.linux(NEW), Catalogue.builtIn());

        assertThat(chosen(runtimes, "3", true))
                .isEqualTo(known("3.14.3", "linux-x86_64").sha256());
        assertThat(chosen(runtimes, "3.13", false))
                .isEqualTo(known("3.13.5", "linux-x86_64").sha256());
    }

    @Test
    void takesFromTheStoreOnlyWhatStartsHere() throws IOException {
        store("3.14.3", "linux-x86_64");
        store("3.14.3", "linux-aarch64");
        Distribution fitting = store("3.12.1", "linux-x86_64");

        assertThat(chosen(runtimes(Hosts.linux(OLD), Catalogue.of(List.of())), "3", false))
                .isEqualTo(fitting.sha256());
    }

    @Test
    void takesFromTheStoreOnlyWhatIsWhole() throws IOException {
        Distribution distribution = store("3.14.3", "linux-x86_64");
        Path folder = home.resolve("runtimes").resolve(RuntimeNames.of(distribution));
        Files.delete(folder.resolve(".complete"));
        Runtimes runtimes = runtimes(Hosts.linux(NEW), Catalogue.of(List.of()));

        assertThatThrownBy(() -> chosen(runtimes, "3", false)).isInstanceOf(UserFailure.class);
        assertThat(new Shelf(new Store(home)).runtime(RuntimeNames.of(distribution)))
                .isEmpty();
    }

    @Test
    void takesFromTheStoreOnlyWhatThisPluginWouldMake() throws IOException {
        Distribution distribution = store("3.14.3", "linux-x86_64");
        Path runtimes = home.resolve("runtimes");
        Files.move(runtimes.resolve(RuntimeNames.of(distribution)), runtimes.resolve("cpython-made-otherwise"));

        assertThatThrownBy(() -> chosen(runtimes(Hosts.linux(NEW), Catalogue.of(List.of())), "3", false))
                .isInstanceOf(UserFailure.class);
        assertThat(new Shelf(new Store(home)).runtime("cpython-made-otherwise"))
                .hasValueSatisfying(found -> assertThat(found.version()).hasToString("3.14.3"));
    }

    /** Puts an installation into the store that has a record and an interpreter's file, and nothing else. */
    private Distribution store(String version, String platform) throws IOException {
        Distribution distribution = known(version, platform);
        Path folder = home.resolve("runtimes").resolve(RuntimeNames.of(distribution));
        Files.createDirectories(folder.resolve("bin"));
        new ExecuteBit(Files.createFile(folder.resolve("bin")
                        .resolve("python" + distribution.version().series())))
                .set();
        RuntimeRecord.write(distribution, folder);
        Files.createFile(folder.resolve(".complete"));
        return distribution;
    }

    private static Distribution known(String version, String platform) {
        return Catalogue.builtIn().distributions().stream()
                .filter(one -> one.version().toString().equals(version)
                        && one.platform().equals(platform)
                        && one.source() == Source.MAVEN)
                .findFirst()
                .orElseThrow();
    }

    private static RuntimeRequest asked(String request, boolean newest) {
        return new RuntimeRequest(
                VersionRequest.parse(request), new SourceRequest.Maven(), Mirrors.NONE, newest, false);
    }

    /** The digest of what is chosen. */
    private static String chosen(Runtimes runtimes, String request, boolean newest) {
        return runtimes.choose(asked(request, newest)).sha256();
    }

    private PythonVersion select(Host host, String request) {
        RuntimeChoice choice = runtimes(host, Catalogue.builtIn()).choose(asked(request, false));
        return ((Distribution) ((RuntimeChoice.Missing) choice).first()).version();
    }

    private UserFailure failure(Host host, String request) {
        Runtimes runtimes = runtimes(host, Catalogue.builtIn());
        return catchThrowableOfType(UserFailure.class, () -> runtimes.choose(asked(request, false)));
    }

    private Runtimes runtimes(Host host, Catalogue catalogue) {
        ArtifactResolver none = (groupId, artifactId, version, extension, classifier) -> {
            throw new AssertionError("a choice fetches nothing");
        };
        return new Runtimes(
                host,
                new Store(home),
                new Supplies(catalogue, none, Networks.none(), MachinePythons.none()),
                new Processes(),
                events::add);
    }
}
