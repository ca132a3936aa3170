package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** All kinds of inputs but requirements files, installed by the real uv from an index or a folder on this machine. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class InputsInstallTest {

    private Trial trial;
    private SmallIndex index;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(ForeignLocks.ALL);
        trial = new Trial(uv).index(index.url());
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void aLockOfPoetry1() throws IOException {
        PoetryLock lock = ForeignLocks.poetry1(trial.project());
        assertThat(trial.install(lock).packages()).containsExactly("app==1.0", "base==1.0", "fast==1.0", "other==1.0");
        assertThat(trial.install(new PoetryLock(trial.project(), List.of("cli"), List.of("docs"), false, true))
                        .packages())
                .containsExactly("app==1.0", "base==1.0", "doc==1.0", "fast==1.0", "more==2.0");
    }

    @Test
    void aLockOfPoetry2() throws IOException {
        PoetryLock lock = ForeignLocks.poetry2(trial.project());
        assertThat(trial.install(lock).packages()).containsExactly("app==1.0", "base==1.0", "fast==1.0", "other==1.0");
        index.alters(ForeignLocks.BASE);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.emptyCache().install(lock))
                .withMessageContaining("Hash mismatch");
    }

    @Test
    void aLockOfPipenv() throws IOException {
        PipfileLock lock = ForeignLocks.pipenv(trial.project());
        assertThat(trial.install(new PipfileLock(lock.file(), List.of("dev"))).packages())
                .containsExactly("app==1.0", "base==1.0", "fast==1.0", "other==1.0");
        index.asked();
        trial.install(lock);
        assertThat(index.asked()).as("all is in the cache").isEmpty();
    }

    @Test
    void aLockAsksTheIndexesThatItNames() throws IOException {
        try (SmallIndex own = new SmallIndex(ForeignLocks.FAST)) {
            trial.without("UV_DEFAULT_INDEX").variable("OWN", own.url());
            ForeignLocks.pipenv(trial.project());
            Path lock = trial.project().resolve("Pipfile.lock");
            String text = Files.readString(lock)
                    .replace("https://index.example/simple", index.url())
                    .replace(
                            "\"verify_ssl\": true}]",
                            "\"verify_ssl\": true}, {\"name\": \"own\", \"url\": \"${OWN}\"}]")
                    .replace("\"fast\": {", "\"fast\": {\"index\": \"own\", ");
            Files.writeString(lock, text);
            Files.delete(trial.project().resolve("Pipfile"));
            // It is in no other one.
            SmallIndex without = index;
            index = new SmallIndex(ForeignLocks.APP, ForeignLocks.BASE);
            without.close();
            Files.writeString(lock, Files.readString(lock).replace(without.url(), index.url()));

            assertThat(trial.install(new PipfileLock(lock, List.of())).packages())
                    .containsExactly("app==1.0", "base==1.0", "fast==1.0");
            assertThat(own.asked()).isNotEmpty();
        }
    }

    @Test
    void whatAnotherMachineWillInstallIsInTheCacheThen() throws IOException {
        SmallWheel more = ForeignLocks.MORE;
        Requirements hashed = trial.requirements("requirements.txt");
        trial.file(
                "requirements.txt",
                ForeignLocks.BASE.hashed(),
                more.hashed().replace(" --hash", " ; sys_platform == 'win32' --hash"));

        assertThat(trial.fetch(hashed, "windows-x86_64")).isTrue();
        assertThat(index.asked()).anyMatch(path -> path.endsWith(more.fileName()));

        index.answers(500);
        assertThat(trial.fetch(hashed, "windows-x86_64")).isTrue();
        assertThat(trial.fetch(hashed, "linux-aarch64")).isTrue();
        assertThat(trial.fetch(trial.packages("base"), "windows-x86_64")).isFalse();
    }

    @Test
    void aProjectWithoutALock() throws IOException {
        LocalSources.in(trial.project(), "shop", "app");
        Path definition = trial.project().resolve("pyproject.toml");
        Files.writeString(definition, Files.readString(definition) + """

                [project.optional-dependencies]
                cli = ["more>=2"]

                [dependency-groups]
                dev = ["other", {include-group = "docs"}]
                docs = ["doc"]
                """);
        Trial.Installed bare = trial.install(pyproject(List.of(), List.of()));
        assertThat(bare.packages()).containsExactly("app==1.0", "base==1.0", "shop==0.1");
        assertThat(trial.install(pyproject(List.of("cli"), List.of("dev"))).packages())
                .containsExactly("app==1.0", "base==1.0", "doc==1.0", "more==2.0", "other==1.0", "shop==0.1");

        // Not to be built: only what it needs.
        Files.writeString(definition, Files.readString(definition).replaceAll("(?s)\\[build-system].*?\\n\\n", ""));
        assertThat(trial.install(pyproject(List.of("cli"), List.of("docs"))).packages())
                .containsExactly("app==1.0", "base==1.0", "doc==1.0", "more==2.0");
        index.add(SmallWheel.of("base", "2.0"));
        assertThat(trial.emptyCache()
                        .install(pyproject(List.of("cli"), List.of("docs")))
                        .packages())
                .as("what was resolved is kept")
                .contains("base==1.0");
        assertThat(pyproject(List.of(), List.of()).inputFiles()).contains(definition);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(pyproject(List.of("gui"), List.of())::requirements)
                .withMessageContaining("no extra gui")
                .satisfies(failure -> assertThat(failure.hint()).contains("cli"));
    }

    @Test
    void aCopyOfAProjectWithoutALockFollowsItsSources() throws IOException {
        LocalSources sources = LocalSources.in(trial.project(), "shop");
        Pyproject copied = new Pyproject(trial.project(), List.of(), List.of(), false, List.of());
        trial.install(copied);
        sources.write("later");
        Trial.Installed second = trial.install(copied);
        assertThat(second.layout().sitePackages(second.series()).resolve("shop.py"))
                .hasContent("state = 'later'");
        assertThat(copied.sourceTrees()).containsExactly(trial.project());
    }

    @Test
    void aProjectOfPoetryWithoutALock() throws IOException {
        trial.file("pyproject.toml", ForeignLocks.POETRY_1_PROJECT.split("\n"));
        assertThat(trial.install(pyproject(List.of("cli"), List.of("docs"))).packages())
                .containsExactly("app==1.0", "base==1.0", "doc==1.0", "fast==1.0", "more==2.0");
        assertThat(pyproject(List.of(), List.of()).python()).contains(">=3.11,<4");
    }

    @Test
    void anEnvironmentOfConda() throws IOException {
        trial.file("more.txt", "doc");
        trial.file("bounds.txt", "other<2");
        Path file = trial.file(
                "environment.yml",
                "name: shop",
                "channels: [conda-forge]",
                "dependencies:",
                "  - python=3.14",
                "  - pip",
                "  - conda-forge::app=1",
                "  - pip:",
                "    - -r more.txt",
                "    - -c bounds.txt",
                "    - other  # the newest");
        CondaEnvironment environment =
                new CondaEnvironment(file, UnmappedConda.REFUSE, Map.of("app", "app"), List.of());
        assertThat(trial.install(environment).packages())
                .containsExactly("app==1.0", "base==1.0", "doc==1.0", "other==1.0");
        assertThat(environment.inputFiles())
                .contains(
                        file,
                        trial.project().resolve("more.txt"),
                        trial.project().resolve("bounds.txt"));

        CondaEnvironment ignoring = new CondaEnvironment(file, UnmappedConda.IGNORE, Map.of(), List.of());
        assertThat(trial.install(ignoring).packages()).containsExactly("doc==1.0", "other==1.0");
        assertThat(trial.warnings()).singleElement().asString().contains("left out", "app=1");
    }

    @Test
    void aFolderOfWheelsAlone() throws IOException {
        index.close();
        Path wheels = Files.createDirectory(trial.project().resolve("wheels, and more"));
        for (SmallWheel wheel : ForeignLocks.ALL) {
            Files.write(wheels.resolve(wheel.fileName()), wheel.contents());
        }
        PoetryLock lock = ForeignLocks.poetry2(trial.project());
        trial.settings(settings(new LocalWheels(List.of(wheels), true, false)));

        assertThat(trial.install(trial.packages("app[fast]")).packages())
                .containsExactly("app==1.0", "base==1.0", "fast==1.0");
        assertThat(trial.install(lock).packages()).contains("app==1.0", "other==1.0");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("humanize")))
                .withMessageContaining("humanize");
    }

    @Test
    void nothingIsBuiltWhereWheelsAreInsistedOn() throws IOException {
        LocalSources.in(trial.project().resolve("mine"), "mine", "base");
        trial.settings(settings(new LocalWheels(List.of(), false, true)));

        assertThat(trial.install(trial.packages("-e ./mine")).packages()).containsExactly("base==1.0", "mine==0.1");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("./mine")))
                .extracting(UserFailure::hint)
                .asString()
                .contains("-Dpython-env.wheelsOnly=false");
    }

    @Test
    void nothingIsBuiltOfALockThatIsInstalledAsItStands() throws IOException {
        LocalSources.in(trial.project().resolve("mine-0.1"), "mine");
        trial.run(List.of("tar", "czf", "mine-0.1.tar.gz", "mine-0.1"), trial.project());
        Path file = trial.file(
                "pylock.toml",
                "lock-version = '1.0'",
                "created-by = 'a test'",
                "[[packages]]",
                "name = 'mine'",
                "version = '0.1'",
                "[packages.sdist]",
                "path = 'mine-0.1.tar.gz'",
                "hashes.sha256 = '" + Digests.sha256(trial.project().resolve("mine-0.1.tar.gz")) + "'");
        Pylock lock = new Pylock(file, List.of(), List.of());
        trial.without("UV_DEFAULT_INDEX");
        assertThat(trial.install(lock).packages()).containsExactly("mine==0.1");

        trial.emptyCache().settings(settings(new LocalWheels(List.of(), false, true)));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(lock))
                .extracting(UserFailure::hint)
                .asString()
                .contains("-Dpython-env.wheelsOnly=false");
    }

    @Test
    void aFolderOfWheelsBesideAnIndex() throws IOException {
        Path wheels = Files.createDirectory(trial.project().resolve("wheels"));
        SmallWheel local = SmallWheel.of("local", "1.0", "base");
        Files.write(wheels.resolve(local.fileName()), local.contents());
        trial.settings(settings(new LocalWheels(List.of(wheels), false, false)));
        assertThat(trial.install(trial.packages("local")).packages()).containsExactly("base==1.0", "local==1.0");

        trial.settings(settings(new LocalWheels(List.of(wheels.resolve("none")), false, false)));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("local")))
                .withMessageContaining("no such folder");
    }

    @Test
    void someMembersOfAWorkspace() throws IOException {
        trial.file("pyproject.toml", "[tool.uv.workspace]", "members = [\"a\", \"b\", \"c\"]");
        LocalSources.in(trial.project().resolve("a"), "a", "base");
        LocalSources.in(trial.project().resolve("b"), "b", "other");
        LocalSources.in(trial.project().resolve("c"), "c", "doc");
        trial.uv(trial.project(), "lock");

        assertThat(trial.install(workspace("a", "c")).packages())
                .containsExactly("a==0.1", "base==1.0", "c==0.1", "doc==1.0");
        assertThat(trial.install(workspace()).packages()).contains("a==0.1", "b==0.1", "c==0.1");
    }

    private UvLock workspace(String... members) {
        return new UvLock(trial.project(), trial.project(), List.of(members), List.of(), List.of(), true, true);
    }

    private Pyproject pyproject(List<String> extras, List<String> groups) {
        return new Pyproject(trial.project(), extras, groups, true, List.of());
    }

    private static InstallSettings settings(LocalWheels wheels) {
        return new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5))
                .with(wheels);
    }
}
