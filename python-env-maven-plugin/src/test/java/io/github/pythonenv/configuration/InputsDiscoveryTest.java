package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.InputsDiscovery.Found;
import io.github.pythonenv.packages.CondaEnvironment;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.PipfileLock;
import io.github.pythonenv.packages.PoetryLock;
import io.github.pythonenv.packages.Pylock;
import io.github.pythonenv.packages.Pyproject;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.packages.UnmappedConda;
import io.github.pythonenv.packages.UvLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsDiscoveryTest {

    @TempDir
    Path root;

    private ProjectFiles files;

    @BeforeEach
    void prepare() {
        files = new ProjectFiles(root);
    }

    @Test
    void findsNothing() {
        assertThat(found()).isEqualTo(new Found(new NoPackages(), List.of()));
    }

    @Test
    void takesAProjectWithoutALockIfItAsksForSomething() throws IOException {
        files.with("pyproject.toml", "[tool.ruff]\nline-length = 100\n");
        assertThat(found().inputs()).isEqualTo(new NoPackages());

        files.with("pyproject.toml", "[project]\nname = 'app'\n");
        assertThat(found().inputs()).isEqualTo(new Pyproject(root, List.of(), List.of(), true, List.of()));

        files.with("requirements.txt");
        assertThat(found()).isEqualTo(new InputsDiscovery.Found(requirements(), List.of()));
    }

    @Test
    void findsTheFilesOfOtherToolsInTheirOrder() throws IOException {
        files.with("environment.yml", "dependencies: [numpy]\n");
        assertThat(found().inputs()).isEqualTo(conda("environment.yml"));
        files.with("requirements.txt");
        assertThat(found()).isEqualTo(new InputsDiscovery.Found(requirements(), List.of("environment.yml")));
        files.with("Pipfile.lock");
        assertThat(found().inputs()).isEqualTo(new PipfileLock(root.resolve("Pipfile.lock"), List.of()));
        files.with("poetry.lock");
        assertThat(found().inputs()).as("without its project").isInstanceOf(PipfileLock.class);
        files.with("pyproject.toml", "[tool.poetry]\n");
        assertThat(found().inputs()).isEqualTo(new PoetryLock(root, List.of(), List.of(), true, true));
        assertThat(found().passedOver()).containsExactly("Pipfile.lock", "requirements.txt", "environment.yml");
    }

    @Test
    void tellsANamedFileByItsName() throws IOException {
        files.with("pyproject.toml", "[project]\n")
                .with("poetry.lock")
                .with("Pipfile.lock")
                .with("pylock.gpu.toml");
        files.with("ci.yml", "dependencies: []\n")
                .with("dev.in")
                .with("sub/requirements.txt")
                .with("what.xyz");

        assertThat(named("pyproject.toml")).isInstanceOf(Pyproject.class);
        assertThat(named("poetry.lock")).isInstanceOf(PoetryLock.class);
        assertThat(named("Pipfile.lock")).isInstanceOf(PipfileLock.class);
        assertThat(named("pylock.gpu.toml"))
                .isEqualTo(new Pylock(root.resolve("pylock.gpu.toml"), List.of(), List.of()));
        assertThat(named("ci.yml")).isEqualTo(conda("ci.yml"));
        assertThat(named("dev.in")).isInstanceOf(Requirements.class);
        assertThat(named("sub")).isInstanceOf(Requirements.class);
        for (String wrong : List.of("what.xyz", "none.txt", "uv.lock")) {
            assertThatThrownBy(() -> named(wrong))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining(wrong + " is configured as <input>");
        }
    }

    @Test
    void addsWhatProfilesSayToWhatIsResolvedHere() throws IOException {
        assertThat(Configured.in(root).profiles("numpy").found().inputs())
                .isEqualTo(new Requirements(root, List.of(), List.of("numpy"), List.of()));
        files.with("requirements.txt");
        assertThat(Configured.in(root).profiles("numpy").found().inputs())
                .isEqualTo(
                        new Requirements(root, List.of(root.resolve("requirements.txt")), List.of("numpy"), List.of()));
        files.with("Pipfile.lock");
        assertThatThrownBy(() -> Configured.in(root).profiles("numpy").found())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("Pipfile.lock, which says completely");
    }

    private PackageInputs named(String file) {
        return Configured.in(root).input(root.resolve(file)).found().inputs();
    }

    private CondaEnvironment conda(String file) {
        return new CondaEnvironment(root.resolve(file), UnmappedConda.REFUSE, Map.of(), List.of());
    }

    private Requirements requirements() {
        return new Requirements(root, List.of(root.resolve("requirements.txt")), List.of(), List.of());
    }

    @Test
    void takesNoLockWithoutItsProject() throws IOException {
        files.with("uv.lock");

        assertThat(found().inputs()).isEqualTo(new NoPackages());
    }

    @Test
    void findsRequirements() throws IOException {
        files.with("requirements.txt");

        assertThat(found()).isEqualTo(new Found(requirements(root.resolve("requirements.txt")), List.of()));
    }

    @Test
    void prefersAPylockToRequirements() throws IOException {
        files.with("requirements.txt").with("pylock.toml");

        assertThat(found())
                .isEqualTo(new Found(
                        new Pylock(root.resolve("pylock.toml"), List.of(), List.of()), List.of("requirements.txt")));
    }

    @Test
    void findsPylocksForAcceleratorsWhereOneIsAskedFor() throws IOException {
        files.with("requirements.txt").with("pylock.cu126.toml").with("pylock.docs.toml");

        assertThat(found().inputs()).isInstanceOf(Requirements.class);
        assertThat(Configured.in(root).found(true).inputs())
                .isEqualTo(new Pylock(root.resolve("pylock.toml"), List.of(), List.of()));
    }

    @Test
    void prefersAUvLockToBoth() throws IOException {
        files.with("requirements.txt").with("pylock.toml").withUvProject();

        assertThat(found()).isEqualTo(new Found(uvLock(root, root), List.of("pylock.toml", "requirements.txt")));
    }

    @Test
    void findsTheLockOfAMembersWorkspace() throws IOException {
        files.withUvWorkspace();

        assertThat(Configured.in(root.resolve("a")).found().inputs()).isEqualTo(uvLock(root, root));
        assertThat(Configured.in(root.resolve("lib/b")).found().inputs()).isEqualTo(uvLock(root, root));
    }

    @Test
    void installsAMemberAloneWhereSoAsked() throws IOException {
        files.withUvWorkspace();
        Path member = root.resolve("lib/b");

        assertThat(Configured.in(member).memberEnvironment().found().inputs()).isEqualTo(uvLock(root, member));
    }

    @Test
    void takesNoLockThatOnlyLiesAbove() throws IOException {
        files.withUvWorkspace().with("other/pyproject.toml", "[project]\nname = 'other'\n");
        assertThat(Configured.in(root.resolve("other")).found().inputs()).isInstanceOf(Pyproject.class);

        files.with("pyproject.toml", "[project]\nname = 'no workspace'\n");
        assertThat(Configured.in(root.resolve("a")).found().inputs()).isInstanceOf(Pyproject.class);
    }

    @Test
    void prefersAMembersOwnLock() throws IOException {
        files.withUvWorkspace().with("a/uv.lock");
        Path member = root.resolve("a");

        assertThat(Configured.in(member).found().inputs()).isEqualTo(uvLock(member, member));
    }

    @Test
    void takesWhatIsConfiguredAndLooksNoFurther() throws IOException {
        files.withUvProject().with("requirements.txt");
        Path dev = root.resolve("dev.txt");

        assertThat(Configured.in(root).packages("numpy").found())
                .isEqualTo(new Found(new Requirements(root, List.of(), List.of("numpy"), List.of()), List.of()));
        assertThat(Configured.in(root)
                        .requirements(dev)
                        .packages("numpy")
                        .found()
                        .inputs())
                .isEqualTo(new Requirements(root, List.of(dev), List.of("numpy"), List.of()));
    }

    @Test
    void takesAConfiguredUvProjectWhereverItLies() throws IOException {
        new ProjectFiles(root.resolve("python")).withUvProject();
        Path folder = root.resolve("python");

        assertThat(Configured.in(root)
                        .uvProject(folder)
                        .extras("cli")
                        .groups("test")
                        .found()
                        .inputs())
                .isEqualTo(new UvLock(folder, folder, List.of("cli"), List.of("test"), true, true));
    }

    @Test
    void refusesAUvProjectThatIsNone() {
        assertThatThrownBy(() -> Configured.in(root).uvProject(root).found())
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining(root.toString());
                    assertThat(failure.hint()).contains("uvProject");
                });
    }

    @Test
    void takesAConfiguredPylock() throws IOException {
        files.with("pylock.cu126.toml");
        Path lock = root.resolve("pylock.cu126.toml");

        assertThat(Configured.in(root).pylock(lock).extras("gpu").found().inputs())
                .isEqualTo(new Pylock(lock, List.of("gpu"), List.of()));
    }

    @Test
    void refusesAPylockThatIsNotThere() {
        assertThatThrownBy(() ->
                        Configured.in(root).pylock(root.resolve("pylock.toml")).found())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pylock.toml")
                .hasMessageContaining("no such file");
    }

    @Test
    void refusesWhatExcludesEachOther() throws IOException {
        files.with("pylock.toml").withUvProject();
        Path pylock = root.resolve("pylock.toml");

        assertThatThrownBy(() ->
                        Configured.in(root).packages("numpy").pylock(pylock).found())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<packages> or <requirements> and <pylock>");
        assertThatThrownBy(
                        () -> Configured.in(root).uvProject(root).pylock(pylock).found())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvProject> and <pylock>");
        assertThatThrownBy(() -> Configured.in(root)
                        .requirements(root.resolve("r.txt"))
                        .uvProject(root)
                        .found())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<packages> or <requirements> and <uvProject>");
    }

    @Test
    void constrainsRequirementsThatWereFound() throws IOException {
        files.with("requirements.txt");
        Path constraints = root.resolve("constraints.txt");

        assertThat(Configured.in(root).constraints(constraints).found().inputs())
                .isEqualTo(new Requirements(
                        root, List.of(root.resolve("requirements.txt")), List.of(), List.of(constraints)));
    }

    @Test
    void tellsOfSettingsThatAreForAnotherKindOfInput() throws IOException {
        Path constraints = root.resolve("constraints.txt");
        files.with("requirements.txt");
        assertThat(Configured.in(root).extras("cli").groups("test").found().passedOver())
                .containsExactly("<extras>", "<groups>");

        files.withUvProject();
        assertThat(Configured.in(root)
                        .extras("cli")
                        .constraints(constraints)
                        .found()
                        .passedOver())
                .containsExactly("requirements.txt", "<constraints>");
    }

    @Test
    void looksAtFilesOnly() throws IOException {
        Files.createDirectories(root.resolve("requirements.txt"));
        Files.createDirectories(root.resolve("pylock.toml"));

        assertThat(found().inputs()).isEqualTo(new NoPackages());
    }

    private Found found() {
        return Configured.in(root).found();
    }

    private Requirements requirements(Path file) {
        return new Requirements(root, List.of(file), List.of(), List.of());
    }

    private static UvLock uvLock(Path folder, Path member) {
        return new UvLock(folder, member, List.of(), List.of(), true, true);
    }
}
