package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.download.Trust;
import io.github.pythonenv.environment.EnvironmentReport.Built;
import io.github.pythonenv.environment.EnvironmentReport.Planned;
import io.github.pythonenv.environment.EnvironmentReport.RuntimeReady;
import io.github.pythonenv.environment.EnvironmentReport.UpToDate;
import io.github.pythonenv.environment.Inspection.Status;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Floor;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Needs;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The core from end to end: a real interpreter, and a program in uv's place that needs no network. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(ProvidedRuntime.Resolver.class)
class EnvironmentsTest {

    // Not JUnit's, which warns of every link to the interpreter that it deletes.
    private Path folder;

    private final ConcurrentLinkedQueue<ProgressEvent> events = new ConcurrentLinkedQueue<>();
    private ProvidedRuntime provided;
    private Path project;
    private Path target;
    private StandInUv uv;
    private Environments environments;

    @BeforeEach
    void prepare(ProvidedRuntime provided) throws IOException {
        this.provided = provided;
        folder = Files.createTempDirectory("python-env-test");
        project = Files.createDirectory(folder.resolve("it's a project, ä 日本"));
        target = project.resolve(".venv");
        uv = StandInUv.in(folder);
        environments = new Environments(new Toolbox(Host.current(), provided.store(), provided::supplies, events::add));
    }

    @AfterEach
    void cleanUp() throws IOException {
        Trees.delete(folder);
    }

    @Test
    void buildsNothingAnewWhereTheNewestIsOutOfReach() throws IOException {
        environments.bring(asked().request(), Goal.ENVIRONMENT);
        List<Distribution> offered =
                new ArrayList<>(provided.supplies().catalogue().distributions());
        offered.add(new Distribution(
                PythonVersion.parse("3.14.99"),
                provided.runtime().platform(),
                Source.STANDALONE,
                new RemoteFile(URI.create("https://standalone.invalid/releases/download/1/newest.tar.gz")),
                "00".repeat(32),
                new Needs(new Floor.None(), List.of()),
                0));
        Supplies withNewer = new Supplies(
                Catalogue.of(offered),
                provided.supplies().artifacts(),
                () -> new Network(Proxies.NONE, Logins.NONE, Trust.of(Map.of())),
                MachinePythons.none());
        Environments online =
                new Environments(new Toolbox(Host.current(), provided.store(), () -> withNewer, events::add));

        assertThat(online.bring(asked().upgrading().request(), Goal.ENVIRONMENT))
                .isInstanceOf(UpToDate.class);
        assertThat(events.toString()).contains("standalone.invalid cannot be reached");
    }

    @Test
    void obeysWhatItLocked() throws IOException {
        environments.lock(asked().request(), Upgrades.NONE);
        String lock = Files.readString(project.resolve(LockFile.NAME));

        assertThat(lock)
                .contains("request = \"3.14\"")
                .contains("sha256 = \"" + provided.runtime().sha256() + "\"");
        assertThat(environments.bring(asked().upgrading().request(), Goal.RUNTIME))
                .isEqualTo(new EnvironmentReport.RuntimeReady(provided.runtime()));
        assertThatThrownBy(() -> environments.bring(asked().python(">=3.12").request(), Goal.PACKAGES))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pins no Python for '>=3.12'");

        environments.bring(asked().packages("one").request(), Goal.PACKAGES);
        assertThat(environments.bring(asked().packages("one").request(), Goal.PACKAGES))
                .isInstanceOf(UpToDate.class);
        environments.lock(asked().request(), Upgrades.NONE);
        assertThat(project.resolve(LockFile.NAME)).hasContent(lock);

        Files.writeString(
                project.resolve(LockFile.NAME), lock.replace(provided.runtime().sha256(), "00".repeat(32)));
        assertThatThrownBy(() -> environments.bring(asked().packages("one").request(), Goal.PACKAGES))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the catalogue knows it with");
    }

    @Test
    void buildsFromNothingAndThenHasNothingToDo() throws IOException {
        EnvironmentRequest request = asked().packages("one", "two").request();

        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOfSatisfying(Built.class, built -> {
            assertThat(built.state().generation()).isEqualTo(1);
            assertThat(built.state().packages()).isEqualTo(2);
            assertThat(built.state().runtime()).isEqualTo(provided.runtime());
            assertThat(built.reasons()).containsExactly("there is none yet");
        });
        assertThat(sitePackages().resolve("one")).isDirectory();
        assertThat(StateFile.read(target)).isPresent();

        long started = Processes.started();
        Map<String, String> before = Listing.of(project);
        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(UpToDate.class);
        assertThat(Processes.started()).isEqualTo(started);
        assertThat(Listing.of(project)).isEqualTo(before);
    }

    @Test
    void tellsOfEachStageToTheEnd() {
        environments.bring(asked().packages("one").request(), Goal.PACKAGES);

        assertThat(events)
                .filteredOn(ProgressEvent.Finished.class::isInstance)
                .extracting(event -> ((ProgressEvent.Finished) event).stage())
                .containsExactly(
                        Stage.INITIALIZING,
                        Stage.LOADING_PROFILES,
                        Stage.CHECKING_RUNTIME,
                        Stage.CREATING_VIRTUAL_ENV,
                        Stage.INSTALLING_PACKAGES,
                        Stage.VERIFYING,
                        Stage.COMPLETE);
    }

    @Test
    void standsWhereItIsAskedFor() throws IOException {
        environments.bring(asked().packages("one").request(), Goal.PACKAGES);

        assertThat(Observer.names(generationsOf(".venv"))).isEmpty();
        assertThat(target.resolve("bin/activate")).content().contains("it'\"'\"'s a project, ä 日本/.venv'");
        assertThat(project.resolve(".python-env/.gitignore")).exists();
        assertThat(target.resolve("bin/python")).isSymbolicLink();
    }

    @Test
    void rebuildsWhenAFileChangesAndKeepsTheOneBefore() throws IOException {
        Path requirements = Files.writeString(project.resolve("requirements.txt"), "one\n");
        EnvironmentRequest request = asked().requirements(requirements).request();
        environments.bring(request, Goal.PACKAGES);
        Files.writeString(requirements, "one\ntwo\n");

        assertThat(environments.bring(request, Goal.PACKAGES))
                .isInstanceOfSatisfying(
                        Built.class, built -> assertThat(built.reasons()).containsExactly("requirements.txt changed"));

        assertThat(sitePackages().resolve("two")).isDirectory();
        assertThat(generations(".venv")).containsExactly(1L);
        Files.writeString(requirements, "two\n");
        environments.bring(request, Goal.PACKAGES);
        assertThat(generations(".venv")).containsExactly(2L);
        assertThat(StateFile.read(target).orElseThrow().generation()).isEqualTo(3);
    }

    @Test
    void leavesTheOldOneWhenAStepFails() throws IOException {
        Path requirements = Files.writeString(project.resolve("requirements.txt"), "one\n");
        EnvironmentRequest request = asked().requirements(requirements).request();
        environments.bring(request, Goal.PACKAGES);
        Map<String, String> before = Listing.of(target);
        Files.writeString(requirements, "one\nno-such-package\n");

        assertThatThrownBy(() -> environments.bring(request, Goal.PACKAGES))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("there is no no-such-package");

        assertThat(Listing.of(target)).isEqualTo(before);
        assertThat(Observer.names(generationsOf(".venv"))).isEmpty();
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        ProgressEvent.Finished.class,
                        last -> assertThat(last.stage()).isEqualTo(Stage.FAILED));
    }

    @Test
    void leavesNothingBehindWhenTheFirstBuildFails() throws IOException {
        EnvironmentRequest request = asked().packages("no-such-package").request();

        assertThatThrownBy(() -> environments.bring(request, Goal.PACKAGES)).isInstanceOf(UserFailure.class);

        assertThat(target).doesNotExist();
        assertThat(Observer.names(generationsOf(".venv"))).isEmpty();
    }

    @Test
    void buildsOnceWhenTwoThreadsAskAtOnce() throws Exception {
        EnvironmentRequest request = asked().packages("one").request();
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<EnvironmentReport>> asked = List.of(
                    threads.submit(() -> bring(request, together)), threads.submit(() -> bring(request, together)));

            List<EnvironmentReport> reports =
                    List.of(asked.get(0).get(), asked.get(1).get());
            assertThat(reports).hasAtLeastOneElementOfType(Built.class).hasAtLeastOneElementOfType(UpToDate.class);
            assertThat(uv.environments()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    private EnvironmentReport bring(EnvironmentRequest request, CountDownLatch together) throws InterruptedException {
        together.countDown();
        together.await();
        return environments.bring(request, Goal.PACKAGES);
    }

    @Test
    void keepsTwoEnvironmentsOfOneProjectApart() throws IOException {
        environments.bring(asked().packages("one").request(), Goal.PACKAGES);
        environments.bring(asked().named("docs").packages("two").request(), Goal.PACKAGES);

        assertThat(environments.bring(asked().packages("one").request(), Goal.PACKAGES))
                .isInstanceOf(UpToDate.class);
        assertThat(project.resolve(".venv-docs/bin/python")).exists();
    }

    @Test
    void changesNothingInADryRun() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();
        Map<String, String> before = Listing.of(project);
        long started = Processes.started();

        assertThat(environments.plan(request, Goal.PACKAGES)).isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.reasons()).containsExactly("there is none yet");
            assertThat(planned.steps()).hasSize(5).last().asString().isEqualTo("keep 1 earlier generation");
        });

        assertThat(Listing.of(project)).isEqualTo(before);
        assertThat(Processes.started()).isEqualTo(started);
        environments.bring(request, Goal.PACKAGES);
        before = Listing.of(project);
        assertThat(environments.plan(request, Goal.PACKAGES))
                .isInstanceOfSatisfying(
                        Planned.class, planned -> assertThat(planned.steps()).isEmpty());
        assertThat(Listing.of(project)).isEqualTo(before);
    }

    @Test
    void createsWithoutPackagesAndInstallsThemLater() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();

        assertThat(environments.bring(request, Goal.ENVIRONMENT))
                .isInstanceOfSatisfying(
                        Built.class,
                        built -> assertThat(built.state().packages()).isZero());
        assertThat(environments.bring(request, Goal.ENVIRONMENT)).isInstanceOf(UpToDate.class);
        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(Built.class);
        assertThat(environments.bring(request, Goal.ENVIRONMENT)).isInstanceOf(UpToDate.class);
        assertThat(sitePackages().resolve("one")).exists();
        assertThat(environments.bring(asked().packages("one").forced().request(), Goal.ENVIRONMENT))
                .isInstanceOf(Built.class);
        assertThat(sitePackages().resolve("one")).doesNotExist();
    }

    @Test
    void providesTheRuntimeAlone() throws IOException {
        assertThat(environments.bring(asked().packages("one").request(), Goal.RUNTIME))
                .isEqualTo(new RuntimeReady(provided.runtime()));
        assertThat(Observer.names(project)).isEmpty();
    }

    @Test
    void movesAForeignEnvironmentToTheBackup() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("pyvenv.cfg"), "home = /usr/bin\n");
        Files.writeString(target.resolve("mine"), "precious");

        environments.bring(asked().packages("one").request(), Goal.PACKAGES);

        Path backup = project.resolve(".python-env/backup");
        assertThat(Observer.names(backup))
                .singleElement()
                .satisfies(
                        name -> assertThat(backup.resolve(name).resolve("mine")).hasContent("precious"));
        assertThat(events)
                .filteredOn(ProgressEvent.Warning.class::isInstance)
                .singleElement()
                .asString()
                .contains("backup");
    }

    @Test
    void healsDamage() throws IOException {
        EnvironmentRequest request = asked().packages("one", "two").request();
        environments.bring(request, Goal.PACKAGES);
        Trees.delete(sitePackages().resolve("one"));

        assertThat(environments.inspect(request, Scrutiny.DIGESTS)).satisfies(inspection -> {
            assertThat(inspection.status()).isEqualTo(Status.DAMAGED);
            assertThat(inspection.findings()).containsExactly("one is missing from site-packages");
        });
        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(Built.class);
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.UP_TO_DATE);
        assertThat(sitePackages().resolve("one")).exists();
    }

    @Test
    void seesAnAlteredFileWhenItLooksClosely() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();
        environments.bring(request, Goal.PACKAGES);
        Files.writeString(sitePackages().resolve("one/__init__.py"), "x = 2\n");

        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(UpToDate.class);
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.DAMAGED);
        assertThat(environments.bring(asked().packages("one").forced().request(), Goal.PACKAGES))
                .isInstanceOf(Built.class);
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.UP_TO_DATE);
    }

    @Test
    void inspectsWithoutAnInterpreter() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();
        environments.bring(request, Goal.PACKAGES);
        Files.delete(target.resolve("bin/python"));

        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.DAMAGED);
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).findings())
                .containsExactly("its interpreter is gone");
    }

    @Test
    void inspectsWhatIsOutOfDateOrAdded() throws IOException {
        environments.bring(asked().packages("one").request(), Goal.PACKAGES);
        Files.createDirectory(sitePackages().resolve("extra"));

        Inspection same = environments.inspect(asked().packages("one").request(), Scrutiny.DIGESTS);
        Inspection other = environments.inspect(asked().packages("two").request(), Scrutiny.DIGESTS);

        assertThat(same.status()).isEqualTo(Status.UP_TO_DATE);
        assertThat(same.findings()).containsExactly("extra was added by hand");
        assertThat(other.status()).isEqualTo(Status.OUT_OF_DATE);
        assertThat(other.findings()).containsExactly("the configuration changed", "extra was added by hand");
    }

    @Test
    void inspectsWhatIsNotOurs() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.MISSING);

        Files.createDirectory(target);
        Files.writeString(target.resolve("file"), "");
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.OCCUPIED);

        Files.writeString(target.resolve("pyvenv.cfg"), "");
        assertThat(environments.inspect(request, Scrutiny.DIGESTS).status()).isEqualTo(Status.FOREIGN);
    }

    @Test
    void replacesTheContentsWhereTheFolderMustStay() throws IOException {
        Files.createDirectory(target);
        Object inode = Files.getAttribute(target, "unix:ino");

        environments.bring(inPlace("one"), Goal.PACKAGES);
        environments.bring(inPlace("two"), Goal.PACKAGES);

        assertThat(Files.getAttribute(target, "unix:ino")).isEqualTo(inode);
        assertThat(Observer.names(sitePackages())).contains("two").doesNotContain("one");
        assertThat(Observer.names(generationsOf(".venv"))).isEmpty();
        assertThat(environments.inspect(inPlace("two"), Scrutiny.DIGESTS).status())
                .isEqualTo(Status.UP_TO_DATE);
    }

    @Test
    void finishesAReplacementThatWasCutOff() throws IOException {
        EnvironmentRequest request = asked().packages("one").request();
        environments.bring(request, Goal.PACKAGES);
        Path shelf = generationsOf(".venv");
        Files.move(target, shelf.resolve("previous-displaced"));
        Path journal = new Generations(target).swapNote();
        Files.createDirectories(journal.getParent());
        Files.write(
                journal,
                List.of(
                        target.toString(),
                        shelf.resolve("previous").toString(),
                        shelf.resolve("previous-displaced").toString()));

        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(UpToDate.class);

        assertThat(target.resolve("bin/python")).exists();
        assertThat(uv.environments()).isEqualTo(1);
    }

    private Asked asked() {
        return Asked.in(project).with(uv);
    }

    private EnvironmentRequest inPlace(String name) {
        return asked().packages(name).swapping(SwapMode.IN_PLACE).request();
    }

    private Path sitePackages() {
        return new VenvLayout(target, false)
                .sitePackages(provided.runtime().version().series());
    }

    private Path generationsOf(String name) {
        return project.resolve(".python-env").resolve("generations").resolve(name);
    }

    /** The numbers of the generations beside the target. */
    private List<Long> generations(String name) {
        return Observer.names(generationsOf(name)).stream()
                .flatMap(folder -> StateFile.read(generationsOf(name).resolve(folder)).stream())
                .map(EnvironmentState::generation)
                .sorted()
                .toList();
    }
}
