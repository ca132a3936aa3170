package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentReport.Built;
import io.github.pythonenv.environment.EnvironmentReport.Held;
import io.github.pythonenv.environment.EnvironmentReport.UpToDate;
import io.github.pythonenv.environment.Inspection.Status;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Back and forth between generations: a real interpreter, and a program in uv's place that needs no network. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(ProvidedRuntime.Resolver.class)
class RollbackTest {

    private static final Destination BACK = new Destination.Back();
    private static final Destination NEWEST = new Destination.Newest();

    // Not JUnit's, which warns of every link to the interpreter that it deletes.
    private Path folder;

    private final ConcurrentLinkedQueue<ProgressEvent> events = new ConcurrentLinkedQueue<>();
    private ProvidedRuntime provided;
    private Path project;
    private Path target;
    private Path requirements;
    private StandInUv uv;
    private int keep = 1;
    private Environments environments;

    @BeforeEach
    void prepare(ProvidedRuntime provided) throws IOException {
        this.provided = provided;
        folder = Files.createTempDirectory("python-env-test");
        project = Files.createDirectory(folder.resolve("it's a project, ä 日本"));
        target = project.resolve(".venv");
        requirements = project.resolve("requirements.txt");
        uv = StandInUv.in(folder);
        environments = new Environments(new Toolbox(Host.current(), provided.store(), provided::supplies, events::add));
    }

    @AfterEach
    void cleanUp() throws IOException {
        Trees.delete(folder);
    }

    @Test
    void aLinkInItsPlaceIsNotTouched() throws IOException {
        build("one");
        build("one\ntwo");
        Path elsewhere = project.resolve("elsewhere");
        Files.move(target, elsewhere);
        Files.createSymbolicLink(target, elsewhere);

        assertThatThrownBy(() -> environments.rollBack(request(), BACK)).isInstanceOf(UserFailure.class);

        assertThat(target).isSymbolicLink();
        assertThat(elsewhere.resolve("pyvenv.cfg")).exists();
    }

    @Test
    void goesBackAndIsHeldThere() throws IOException {
        build("one");
        build("one\ntwo");
        Object inode = Files.getAttribute(target, "unix:ino");

        Map<String, String> both = Listing.of(project);
        assertThat(environments.planRollback(request(), BACK).intent())
                .startsWith("would go from generation 2 to generation 1, ");
        assertThat(Listing.of(project)).isEqualTo(both);

        RolledBack done = environments.rollBack(request(), BACK);

        assertThat(done.moved()).isTrue();
        assertThat(done.before().orElseThrow().generation()).isEqualTo(2);
        assertThat(installed()).contains("one").doesNotContain("two");
        long started = Processes.started();
        Map<String, String> before = Listing.of(project);
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.state().generation()).isEqualTo(1);
            assertThat(held.reasons()).containsExactly("requirements.txt changed");
        });
        assertThat(environments.bring(request(), Goal.ENVIRONMENT)).isInstanceOf(Held.class);
        assertThat(environments.plan(request(), Goal.PACKAGES)).isInstanceOf(Held.class);
        assertThat(Processes.started()).isEqualTo(started);
        assertThat(Listing.of(project)).isEqualTo(before);
        // The one that stood there is kept whole: the very folder.
        Generation kept = generation(2);
        assertThat(kept.standing()).isFalse();
        assertThat(Files.getAttribute(kept.folder(), "unix:ino")).isEqualTo(inode);
    }

    @Test
    void goesForthAndIsHeldNoMore() throws IOException {
        build("one");
        build("one\ntwo");
        environments.rollBack(request(), BACK);

        RolledBack done = environments.rollBack(request(), NEWEST);

        assertThat(done.now().generation()).isEqualTo(2);
        assertThat(installed()).contains("one", "two");
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOf(UpToDate.class);
        assertThat(numbers()).containsExactly(2L, 1L);
        assertThat(environments.rollBack(request(), NEWEST).moved()).isFalse();
    }

    @Test
    void isHeldUntilTheInputsChange() throws IOException {
        build("one");
        build("one\ntwo");
        environments.rollBack(request(), BACK);
        assertThat(environments.bring(asking().upgrading().request(), Goal.PACKAGES))
                .as("-U is no change of the inputs")
                .isInstanceOf(Held.class);

        assertThat(build("one\nthree")).isInstanceOfSatisfying(Built.class, built -> {
            assertThat(built.state().generation()).isEqualTo(3);
            assertThat(built.reasons()).containsExactly("requirements.txt changed");
        });

        // The one that was rolled back to stays, rather than the one that was rolled back from.
        assertThat(numbers()).containsExactly(3L, 1L);
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOf(UpToDate.class);
    }

    @Test
    void isHeldAgainstWhatWasAskedAndNothingElse() throws IOException {
        build("one");
        build("one\ntwo");
        environments.rollBack(request(), BACK);

        assertThat(build("one")).as("what stands there anyway").isInstanceOf(UpToDate.class);
        assertThat(build("one\ntwo")).as("what was rolled back from").isInstanceOf(Held.class);
        assertThat(environments.bring(asking().python(">=3.13").request(), Goal.PACKAGES))
                .as("other Pythons will do")
                .isInstanceOf(Built.class);
    }

    @Test
    void isHeldNoMoreWhenDamagedOrForced() throws IOException {
        build("one");
        build("one\ntwo");
        environments.rollBack(request(), BACK);
        Trees.delete(sitePackages().resolve("one"));

        assertThat(environments.bring(request(), Goal.PACKAGES))
                .isInstanceOfSatisfying(
                        Built.class,
                        built -> assertThat(built.reasons()).contains("one is missing from site-packages"));

        environments.rollBack(request(), new Destination.Numbered(3));
        assertThat(environments.bring(asking().forced().request(), Goal.PACKAGES))
                .isInstanceOf(Built.class);
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOf(UpToDate.class);
    }

    /** Unpinned inputs that were resolved anew: they are the same, and what they came to is not. */
    @Test
    void saysThatItIsHeldEvenWhereTheInputsAreTheSame() throws IOException {
        build("one");
        environments.bring(asking().upgrading().request(), Goal.PACKAGES);
        environments.rollBack(request(), BACK);

        assertThat(environments.bring(request(), Goal.PACKAGES))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reasons()).isEmpty());
        assertThat(environments.bring(asking().upgrading().request(), Goal.PACKAGES))
                .isInstanceOf(Held.class);
        assertThat(environments.inspect(request(), Scrutiny.SIZES)).satisfies(inspection -> {
            assertThat(inspection.status()).isEqualTo(Status.UP_TO_DATE);
            assertThat(inspection.findings()).containsExactly("rollback holds it at generation 1");
        });
    }

    @Test
    void goesToANumber() throws IOException {
        keep = 2;
        for (String text : List.of("one", "two", "three")) {
            build(text);
        }

        assertThat(environments.rollBack(request(), new Destination.Numbered(1)).text())
                .isEqualTo("went from generation 3 to generation 1, CPython "
                        + provided.runtime().version() + ", 1 package, to be held there");
        assertThat(installed()).contains("one");
        environments.rollBack(request(), new Destination.Numbered(2));
        assertThat(installed()).contains("two");
        assertThat(environments.rollBack(request(), new Destination.Numbered(2)).text())
                .startsWith("stayed at generation 2");
        assertThat(numbers()).containsExactly(3L, 2L, 1L);
        assertThatThrownBy(() -> environments.rollBack(request(), new Destination.Numbered(7)))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint()).contains("3, 2 (which stands there), 1"))
                .hasMessageContaining("There is no generation 7");
        environments.rollBack(request(), BACK);
        assertThatThrownBy(() -> environments.rollBack(request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("There is no generation before");
    }

    @Test
    void bringsOneBackWhereNothingStands() throws IOException {
        build("one");
        build("two");
        Trees.delete(target);

        RolledBack done = environments.rollBack(request(), BACK);

        assertThat(done.before()).isEmpty();
        assertThat(installed()).contains("one");
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOf(Held.class);
    }

    @Test
    void putsNothingBackThatIsDamaged() throws IOException {
        build("one");
        build("two");
        Path packages = generation(1).folder().resolve(target.relativize(sitePackages()));
        Files.delete(packages.resolve("one/__init__.py"));
        Map<String, String> before = Listing.of(target);

        assertThatThrownBy(() -> environments.rollBack(request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("Generation 1")
                .hasMessageContaining("__init__.py");
        Trees.delete(packages);
        assertThatThrownBy(() -> environments.rollBack(request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("one is missing from site-packages");

        assertThat(Listing.of(target)).isEqualTo(before);
        assertThat(environments.bring(request(), Goal.PACKAGES)).isInstanceOf(UpToDate.class);
    }

    @Test
    void touchesNothingThatIsNotOurs() throws IOException {
        assertThatThrownBy(() -> environments.rollBack(request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("There is no generation");
        Files.createDirectory(target);
        Files.writeString(target.resolve("mine"), "precious");

        assertThatThrownBy(() -> environments.rollBack(request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is no environment of this plugin's");
        assertThat(target.resolve("mine")).hasContent("precious");
    }

    @Test
    void refusesWhereNoneAreKept() throws IOException {
        Files.writeString(requirements, "one");

        assertThatThrownBy(() -> environments.rollBack(
                        asking().swapping(SwapMode.IN_PLACE).request(), BACK))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<swap>inPlace</swap>")
                .hasMessageContaining("no earlier generation is kept");
    }

    @Test
    void isWrittenDown() throws IOException {
        build("one");
        build("one\ntwo");
        environments.rollBack(request(), BACK);
        environments.rollBack(request(), NEWEST);
        assertThatThrownBy(() -> build("no-such-package")).isInstanceOf(UserFailure.class);
        build("two\none");
        Files.createDirectories(project.resolve(".python-env/swaps"));
        Path aside = project.resolve("aside");
        Files.move(target, aside);
        Files.write(
                project.resolve(".python-env/swaps/.venv"),
                List.of(target.toString(), project.resolve("gone").toString(), aside.toString()));
        environments.bring(request(), Goal.PACKAGES);

        String contents = "CPython " + provided.runtime().version() + ", ";
        assertThat(Files.readAllLines(project.resolve(".python-env/journal/.venv.log")))
                .extracting(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  ", ""))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("built generation 1, " + contents + "1 package: there is none yet"),
                        line -> assertThat(line)
                                .isEqualTo("built generation 2, " + contents + "2 packages: requirements.txt changed"),
                        line -> assertThat(line)
                                .isEqualTo("went from generation 2 to generation 1, " + contents
                                        + "1 package, to be held there"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "went from generation 1 to generation 2, " + contents + "2 packages, not held"),
                        line -> assertThat(line)
                                .startsWith("failed to build: ")
                                .contains("there is no no-such-package"),
                        line -> assertThat(line).isEqualTo("removed generation 1"),
                        line -> assertThat(line)
                                .isEqualTo("built generation 3, " + contents + "2 packages: requirements.txt changed"),
                        line -> assertThat(line).startsWith("recovered: ").contains("is whole again"));
    }

    private EnvironmentReport build(String text) throws IOException {
        Files.writeString(requirements, text + "\n");
        return environments.bring(request(), Goal.PACKAGES);
    }

    private Asked asking() {
        return Asked.in(project).with(uv).requirements(requirements).keeping(Retention.of(keep));
    }

    private EnvironmentRequest request() {
        return asking().request();
    }

    private Generation generation(long number) {
        return environments.generations(request()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> numbers() {
        return environments.generations(request()).stream()
                .map(Generation::number)
                .toList();
    }

    private Path sitePackages() {
        return new VenvLayout(target, false)
                .sitePackages(provided.runtime().version().series());
    }

    private List<String> installed() {
        return Observer.names(sitePackages());
    }
}
