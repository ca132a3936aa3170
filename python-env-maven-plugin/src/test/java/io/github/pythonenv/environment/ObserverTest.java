package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserverTest {

    @TempDir
    Path project;

    private Path target;
    private VenvLayout layout;
    private Runtime runtime;
    private int asked;

    @BeforeEach
    void prepare() throws IOException {
        target = project.resolve(".venv");
        layout = new VenvLayout(target, false);
        Path home = project.resolve("store");
        runtime = new Runtime(
                PythonVersion.parse("3.14.3"),
                "linux-x86_64",
                "maven",
                home,
                Programs.script(home.resolve("bin/python3.14"), ""),
                "ab12",
                "cpython-3.14.3-ab12");
    }

    @Test
    void seesNothing() {
        assertThat(observe().target()).isEqualTo(new Target.Absent());
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void takesAnEmptyFolderForNothing() throws IOException {
        Files.createDirectory(target);

        assertThat(observe().target()).isEqualTo(new Target.Absent());
    }

    @Test
    void seesAFileInTheWay() throws IOException {
        Files.writeString(target, "");

        assertThat(observe().target()).isEqualTo(new Target.Occupied("a file"));
    }

    @Test
    void seesALinkToNothing() throws IOException {
        Files.createSymbolicLink(target, project.resolve("gone"));

        assertThat(observe().target()).isEqualTo(new Target.Occupied("a link to nothing"));
    }

    @Test
    void seesALinkToAFolderThatMayBeOthersToo() throws IOException {
        ours("numpy");
        Files.move(target, project.resolve("shared"));
        Files.createSymbolicLink(target, project.resolve("shared"));

        assertThat(observe().target()).isEqualTo(new Target.Occupied("a link to another folder"));
    }

    @Test
    void seesAFolderThatIsNoEnvironment() throws IOException {
        Files.createDirectories(target.resolve("photos"));

        assertThat(observe().target()).isEqualTo(new Target.Occupied("a folder that is no virtual environment"));
    }

    @Test
    void seesAnEnvironmentOfSomebodyElse() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("pyvenv.cfg"), "home = /usr/bin\n");

        assertThat(observe().target()).isEqualTo(new Target.Foreign());
    }

    @Test
    void takesAnEnvironmentWithAnUnreadableStateForSomebodyElses() throws IOException {
        ours("numpy");
        Files.writeString(target.resolve(StateFile.NAME), "schema=99\n");

        assertThat(observe().target()).isEqualTo(new Target.Foreign());
    }

    @Test
    void takesAReplacementInPlaceThatWasCutOffForNothing() throws IOException {
        ours("numpy");
        Files.createDirectory(target.resolve(InPlace.INCOMING));

        assertThat(observe().target()).isEqualTo(new Target.Absent());
    }

    @Test
    void asksForNoRuntimeWhenAllIsAsItWasLeft() throws IOException {
        EnvironmentState state = ours("numpy", "numpy-2.3.0.dist-info");

        Observation seen = observe();

        assertThat(seen.target()).isEqualTo(new Target.Ours(state, List.of(), List.of()));
        assertThat(seen.runtime()).isEqualTo(new RuntimeChoice.Ready(runtime));
        assertThat(seen.inputs()).isEqualTo(state.inputs());
        assertThat(asked).isZero();
    }

    @Test
    void asksForARuntimeWhenTheOneItStandsOnIsGone() throws IOException {
        ours("numpy");
        Files.delete(runtime.executable());

        observe();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksForARuntimeWhenAnotherVersionIsWanted() throws IOException {
        ours("numpy");

        observe(Asked.in(project).python("3.13"));

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksForARuntimeWhenAnotherSourceIsForced() throws IOException {
        ours("numpy");

        observe(Asked.in(project).from(new SourceRequest.Standalone()));
        assertThat(asked).isEqualTo(1);
        observe(Asked.in(project).from(new SourceRequest.Maven()));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksForARuntimeWhenTheSystemsPythonWasUpgraded() throws IOException {
        runtime = InPlaceRuntime.of(
                Source.SYSTEM, runtime.version(), runtime.platform(), runtime.home(), runtime.executable());
        ours("numpy");

        observe();
        assertThat(asked).isZero();
        Files.writeString(runtime.executable(), "#!/bin/sh\n# a longer file than before\n");
        observe();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksForARuntimeWhenTheLockAppearsAndNotAgain() throws IOException {
        ours("numpy");
        Files.writeString(project.resolve(LockFile.NAME), "schema = \"1\"\n");

        Observation seen = observe();

        assertThat(asked).isEqualTo(1);
        assertThat(seen.inputs().files()).containsKey(project.resolve(LockFile.NAME));
        StateFile.write(target, state(Asked.in(project).request(), "numpy"));
        observe();
        assertThat(asked).isEqualTo(1);
        Files.delete(project.resolve(LockFile.NAME));
        observe();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksForARuntimeWhenAllIsToBeChosenAnew() throws IOException {
        ours("numpy");

        observe(Asked.in(project).upgrading());

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void seesThatTheInterpreterIsGone() throws IOException {
        ours("numpy");
        Files.delete(layout.python());
        Files.createSymbolicLink(layout.python(), project.resolve("gone"));

        assertThat(((Target.Ours) observe().target()).damage()).containsExactly("its interpreter is gone");
    }

    @Test
    void seesThatTheInterpreterNoLongerFindsTheEnvironment() throws IOException {
        ours("numpy");
        Files.writeString(target.resolve("pyvenv.cfg"), "garbage");

        assertThat(((Target.Ours) observe().target()).damage()).containsExactly(GenerationCheck.NO_BASE);

        Files.delete(target.resolve("pyvenv.cfg"));
        assertThat(((Target.Ours) observe().target()).damage()).containsExactly(GenerationCheck.NO_BASE);
    }

    @Test
    void seesThatAPackageIsGone() throws IOException {
        ours("numpy", "pandas");
        Files.delete(layout.sitePackages("3.14").resolve("numpy"));

        assertThat(((Target.Ours) observe().target()).damage()).containsExactly("numpy is missing from site-packages");
    }

    @Test
    void seesThatAllPackagesAreGone() throws IOException {
        ours("numpy");
        Files.delete(layout.sitePackages("3.14").resolve("numpy"));
        Files.delete(layout.sitePackages("3.14"));

        assertThat(((Target.Ours) observe().target()).damage()).containsExactly("numpy is missing from site-packages");
    }

    @Test
    void seesWhatWasAddedByHand() throws IOException {
        EnvironmentState state = ours("numpy");
        Files.createDirectory(layout.sitePackages("3.14").resolve("extra"));
        Files.createDirectory(layout.sitePackages("3.14").resolve("__pycache__"));

        assertThat(observe().target()).isEqualTo(new Target.Ours(state, List.of(), List.of("extra")));
    }

    @Test
    void readsInputsAgainOnlyAsFarAsNeeded() throws IOException {
        Path requirements = Files.writeString(project.resolve("requirements.txt"), "-r base.txt\n");
        Files.writeString(project.resolve("base.txt"), "numpy\n");
        Asked asks = Asked.in(project).requirements(requirements);
        ours(asks.request(), "numpy");

        assertThat(observe(asks).inputs().files()).containsKey(project.resolve("base.txt"));
        Files.writeString(project.resolve("base.txt"), "-r more.txt\n");
        Files.writeString(project.resolve("more.txt"), "pandas\n");

        assertThat(observe(asks).inputs().files()).containsKey(project.resolve("more.txt"));
    }

    @Test
    void looksInItsOwnPlacesOnWindows() throws IOException {
        VenvLayout windows = new VenvLayout(target, true);
        Programs.script(windows.python(), "");
        Files.writeString(target.resolve("pyvenv.cfg"), "home = C:\\Python\n");
        Files.createDirectories(windows.sitePackages("3.14").resolve("numpy"));
        StateFile.write(target, state(Asked.in(project).request(), "numpy"));

        assertThat(((Target.Ours) new Observer(true, this::choose)
                                .observe(Asked.in(project).request())
                                .target())
                        .damage())
                .isEmpty();
    }

    private Observation observe() {
        return observe(Asked.in(project));
    }

    private Observation observe(Asked request) {
        return new Observer(false, this::choose).observe(request.request());
    }

    private RuntimeChoice choose(EnvironmentRequest request) {
        asked++;
        return new RuntimeChoice.Ready(runtime);
    }

    private EnvironmentState ours(String... entries) throws IOException {
        return ours(Asked.in(project).request(), entries);
    }

    /** Puts an environment there as this plugin would have made it. */
    private EnvironmentState ours(EnvironmentRequest request, String... entries) throws IOException {
        Files.createDirectories(layout.bin());
        Files.createSymbolicLink(layout.python(), runtime.executable());
        Files.writeString(
                target.resolve("pyvenv.cfg"), "home = " + runtime.executable().getParent() + "\n");
        for (String entry : entries) {
            Files.createDirectories(layout.sitePackages("3.14").resolve(entry));
        }
        EnvironmentState state = state(request, entries);
        StateFile.write(target, state);
        return state;
    }

    private EnvironmentState state(EnvironmentRequest request, String... entries) {
        return new EnvironmentState(
                1,
                Instant.EPOCH,
                "default",
                project,
                runtime,
                "0.13.8",
                InputDigests.of(request),
                List.of(entries),
                1,
                "",
                Optional.empty());
    }
}
