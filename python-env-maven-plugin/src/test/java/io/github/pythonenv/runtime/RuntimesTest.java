package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Making an installation, with an interpreter that is a shell script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreter is a shell script")
class RuntimesTest {
    private static final Host HOST = Host.current();
    private static final RuntimeRequest ANY = RuntimeRequest.of(VersionRequest.any());

    @TempDir
    Path folder;

    private final List<ProgressEvent> events = new ArrayList<>();

    @Test
    void makesAnInstallationOnce() throws IOException {
        FakeArchive archive = archive(FakeArchive.passing());

        Runtime made = runtimes(archive).provide(ANY);
        long started = Processes.started();
        Files.delete(archive.jar());
        Runtime again = runtimes(archive).provide(ANY);

        assertThat(made.executable()).isExecutable().isEqualTo(made.home().resolve("bin/python3.14"));
        assertThat(made.home()).isEqualTo(folder.resolve("store/runtimes").resolve(made.name()));
        assertThat(made.sha256()).isEqualTo(archive.distribution.sha256());
        assertThat(made.name()).startsWith("cpython-3.14.3-" + HOST.platform().id() + "-maven-");
        assertThat(again).isEqualTo(made);
        assertThat(new Shelf(new Store(folder.resolve("store"))).runtime(made.name()))
                .contains(made);
        assertThat(Processes.started()).isEqualTo(started);
        assertThat(events).filteredOn(ProgressEvent.Warning.class::isInstance).isEmpty();
    }

    @Test
    void refusesAnArchiveThatIsAnother() throws IOException {
        FakeArchive archive = archive(FakeArchive.passing());
        archive.spoil();

        UserFailure failure = failure(archive);

        assertThat(failure)
                .hasMessageContaining(archive.jar().toString())
                .hasMessageContaining("expected is " + archive.distribution.sha256())
                .hasMessageContaining(Files.size(archive.jar()) + " bytes");
        assertThat(failure.hint()).contains("Delete the folder " + folder).contains("mirror");
        assertThat(folder.resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void saysWhyTheInterpreterDoesNotStart() throws IOException {
        FakeArchive archive = archive("echo \"python3.14: error while loading shared libraries: libz.so.1:"
                + " cannot open shared object file: No such file or directory\" >&2\nexit 127\n");

        UserFailure failure = failure(archive);

        assertThat(failure)
                .hasMessageContaining("Python 3.14.3 does not start")
                .hasMessageContaining("exit code 127")
                .hasMessageContaining("libz.so.1: cannot open");
        assertThat(failure.hint()).contains("zlib1g");
        assertThat(folder.resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void saysThatTheInterpreterSaidNothing() throws IOException {
        assertThat(failure(archive("exit 1\n"))).hasMessageContaining("(exit code 1): it said nothing");
    }

    @Test
    void saysThatAProbeBrokeOff() throws IOException {
        assertThat(failure(archive("printf 'python\\t3.14.3\\n'; exit 4\n"))).hasMessageContaining("exit code 4");
    }

    @Test
    void noticesAnotherPython() throws IOException {
        UserFailure failure = failure(archive("printf 'python\\t3.14.1\\nend\\n'\n"));

        assertThat(failure).hasMessageContaining("what answered is 3.14.1");
        assertThat(failure.hint()).contains("LD_LIBRARY_PATH");
    }

    @Test
    void goesOnAfterACrashWithoutTheModuleThatCausedIt() throws IOException {
        FakeArchive archive = archive("""
                printf 'python\\t3.14.3\\n'
                case "$5" in
                  readline) printf 'try\\t_uuid\\nfailed\\t_uuid\\tno\\nend\\n' ;;
                  *) printf 'try\\treadline\\n'; kill -SEGV $$ ;;
                esac
                """);

        runtimes(archive).provide(ANY);

        assertThat(events)
                .contains(new ProgressEvent.Warning("Python 3.14.3 works, but without readline (its import ended the"
                        + " interpreter with signal 11), the fast uuid (no)."));
    }

    @Test
    void failsWhereAModuleIsMissingThatMustBeThere() throws IOException {
        assertThat(failure(archive("printf 'python\\t3.14.3\\nabsent\\tssl\\tNo module\\nend\\n'\n")))
                .hasMessageContaining("ssl: not part of this distribution");
        assertThat(folder.resolve("store/runtimes")).doesNotExist();
    }

    @Test
    void letsNoVariableSendTheProbeElsewhere() throws IOException {
        FakeArchive archive = archive(
                "test -z \"$PYTHONHOME$VIRTUAL_ENV\" || exit 9\ntest \"$1\" = -I || exit 8\n" + FakeArchive.passing());
        Map<String, String> environment = new HashMap<>(HOST.environment());
        environment.put("PYTHONHOME", "/elsewhere");
        environment.put("VIRTUAL_ENV", "/elsewhere");
        Host host = new Host(HOST.platform(), HOST.osVersion(), environment, HOST.userHome());

        assertThat(new Runtimes(
                                host,
                                new Store(folder.resolve("store")),
                                archive.supplies(),
                                new Processes(),
                                events::add)
                        .provide(ANY))
                .isNotNull();
    }

    @Test
    void makesAnInstallationAnewThatLostItsInterpreter() throws IOException {
        FakeArchive archive = archive(FakeArchive.passing());
        Runtime made = runtimes(archive).provide(ANY);
        Files.delete(made.executable());

        assertThat(new Shelf(new Store(folder.resolve("store"))).runtime(made.name()))
                .isEmpty();
        assertThat(runtimes(archive).provide(ANY)).isEqualTo(made);
        assertThat(made.executable()).isExecutable();
        assertThat(events)
                .filteredOn(ProgressEvent.Notice.class::isInstance)
                .singleElement()
                .asString()
                .contains(made.home() + " lost its interpreter");
        assertThat(folder.resolve("store/staging")).isEmptyDirectory();
    }

    @Test
    void makesOneOfItsOwnWhereTheSharedOneLostItsInterpreter() throws IOException {
        FakeArchive archive = archive(FakeArchive.passing());
        Runtime theirs = runtimes(archive).provide(ANY);
        Files.delete(theirs.executable());
        Store own = new Store(folder.resolve("own"), folder.resolve("store"));

        Runtime made = runtimes(archive, own).provide(ANY);

        assertThat(made.home()).isEqualTo(folder.resolve("own/runtimes").resolve(theirs.name()));
        assertThat(theirs.executable()).doesNotExist();
    }

    private FakeArchive archive(String script) throws IOException {
        return FakeArchive.write(folder.resolve("cpython.jar"), HOST, script);
    }

    private UserFailure failure(FakeArchive archive) {
        return catchThrowableOfType(UserFailure.class, () -> runtimes(archive).provide(ANY));
    }

    private Runtimes runtimes(FakeArchive archive) {
        return runtimes(archive, new Store(folder.resolve("store")));
    }

    private Runtimes runtimes(FakeArchive archive, Store store) {
        return new Runtimes(HOST, store, archive.supplies(), new Processes(), events::add);
    }
}
