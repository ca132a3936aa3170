package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requirements, installed by the real uv from an index on this machine. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class RequirementsInstallTest {

    private static final SmallWheel BASE_1 = SmallWheel.of("base", "1.0");
    private static final SmallWheel BASE_2 = SmallWheel.of("base", "2.0");
    private static final SmallWheel APP = SmallWheel.of("app", "1.0", "base");
    private static final SmallWheel OTHER = SmallWheel.of("other", "1.0");

    private Trial trial;
    private SmallIndex index;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(BASE_1, APP, OTHER);
        trial = new Trial(uv).index(index.url());
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void installsFilesPackagesAndWhatTheyNeed() throws IOException {
        trial.file("requirements.txt", "-r more/other.txt");
        trial.file("more/other.txt", "other >= 1 # the only one");

        Trial.Installed installed = trial.install(new Requirements(
                trial.project(), List.of(trial.project().resolve("requirements.txt")), List.of("app"), List.of()));

        assertThat(installed.packages()).containsExactly("app==1.0", "base==1.0", "other==1.0");
        assertThat(installed.sitePackages().defects(Scrutiny.SIZES)).isEmpty();
        Path program = installed.layout().bin().resolve("base");
        assertThat(trial.run(List.of(program.toString()), trial.project()).out())
                .containsExactly("1.0");
        assertThat(trial.warnings()).isEmpty();
    }

    @Test
    void installsNothingForNothing() throws IOException {
        trial.file("requirements.txt", "# nothing yet");
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .isEmpty();
        assertThat(trial.install(new NoPackages()).packages()).isEmpty();
    }

    @Test
    void keepsVersionsUntilTheyAreToBeChosenAnew() throws IOException {
        trial.install(trial.packages("app"));
        index.add(BASE_2);
        trial.emptyCache();

        assertThat(trial.install(trial.packages("app")).packages()).contains("base==1.0");
        assertThat(trial.install(trial.packages("app", "other")).packages())
                .as("of changed inputs, what need not change")
                .contains("base==1.0", "other==1.0");
        assertThat(trial.upgrade(true).install(trial.packages("app")).packages())
                .contains("base==2.0");
        assertThat(trial.upgrade(false).install(trial.packages("app")).packages())
                .contains("base==2.0");
    }

    @Test
    void keepsNoVersionsThatCouldNotBeInstalled() throws IOException {
        index.alters(APP);
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> trial.install(trial.packages("app")));
        assertThat(trial.resolution()).doesNotExist();
        assertThat(trial.resolution().resolveSibling("")).isEmptyDirectory();
    }

    @Test
    void asksNobodyForWhatTheCacheHas() throws IOException {
        trial.install(trial.packages("app"));
        index.asked();
        trial.install(trial.packages("app"));
        assertThat(index.asked()).isEmpty();
    }

    @Test
    void tellsHowManyPackagesTheCacheDidNotHave() throws IOException {
        trial.install(trial.packages("app"));
        trial.install(trial.packages("app", "other"));

        assertThat(trial.told())
                .filteredOn(told -> told.startsWith("Installed"))
                .containsExactly("Installed[packages=2, fetched=2]", "Installed[packages=3, fetched=1]");
    }

    @Test
    void saysWhoNeedsWhat() throws IOException {
        Trial.Installed installed = trial.install(trial.packages("app"));

        DependencyGraph graph = Dependencies.read(
                installed.sitePackages(),
                trial.packages("app"),
                MarkerEnvironment.of(installed.series() + ".0", "linux-x86_64", "6.1"));

        assertThat(graph.packages())
                .extracting(DependencyGraph.Node::name, DependencyGraph.Node::direct)
                .containsExactly(tuple("app", true), tuple("base", false));
        assertThat(graph.packages()).allMatch(node -> node.bytes() > 0 && node.files() > 2);
    }

    @Test
    void installsOfflineWhatTheCacheHas() throws IOException {
        trial.install(trial.packages("app"));
        index.close();
        assertThat(trial.offline(true).install(trial.packages("app", "base")).packages())
                .containsExactly("app==1.0", "base==1.0");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("other")))
                .satisfies(failure -> assertThat(failure.hint()).contains("without -o"));
    }

    @Test
    void installsHashedFilesAsTheyStand() throws IOException {
        trial.file("requirements.txt", APP.hashed(), BASE_1.hashed());
        index.add(BASE_2);
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("app==1.0", "base==1.0");
        assertThat(trial.resolution()).doesNotExist();
    }

    @Test
    void holdsTheHashesThatAUserGives() throws IOException {
        trial.file("requirements.txt", OTHER.name() + "==1.0 --hash=sha256:" + "0".repeat(64));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.requirements("requirements.txt")))
                .withMessageContaining("Hash mismatch")
                .satisfies(failure -> assertThat(failure.hint()).contains("altered"));
    }

    @Test
    void holdsTheHashesOfConstraints() throws IOException {
        Path constraints = trial.file("constraints.txt", "other==1.0 --hash=sha256:" + "0".repeat(64));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(
                        new Requirements(trial.project(), List.of(), List.of("other"), List.of(constraints))))
                .withMessageContaining("no overlapping hashes");
        trial.file("constraints.txt", "base<2", OTHER.hashed());
        index.add(BASE_2);
        assertThat(trial.install(new Requirements(
                                trial.project(), List.of(), List.of("other", "app"), List.of(constraints)))
                        .packages())
                .containsExactly("app==1.0", "base==1.0", "other==1.0");
    }

    @Test
    void wantsAHashForEachIfOneHasOne() throws IOException {
        Path file = trial.file("requirements.txt", APP.hashed(), "", "base==1.0");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.requirements("requirements.txt")))
                .withMessageStartingWith(file + ":3: base==1.0 has no hash");
        trial.file("requirements.txt", APP.hashed());
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.requirements("requirements.txt")))
                .withMessageContaining("requires `base`")
                .satisfies(failure -> assertThat(failure.hint()).contains("--generate-hashes"));
    }

    @Test
    void noticesWhatTheIndexAltered() throws IOException {
        trial.install(trial.packages("app"));
        trial.emptyCache();
        index.alters(BASE_1);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("app")))
                .withMessageContaining("Hash mismatch for `base==1.0`");
    }

    @Test
    void takesPackagesFromWhereTheFilesSay() throws IOException {
        try (SmallIndex extra = new SmallIndex(SmallWheel.of("elsewhere", "1.0"))) {
            trial.file("requirements.txt", "--extra-index-url " + extra.url(), "-r sub/local.txt", "elsewhere");
            trial.file("sub/local.txt", "--find-links wheels", "found");
            SmallWheel found = SmallWheel.of("found", "3.0");
            Files.createDirectories(trial.project().resolve("sub/wheels"));
            Files.write(trial.project().resolve("sub/wheels").resolve(found.fileName()), found.contents());

            assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                    .containsExactly("elsewhere==1.0", "found==3.0");
            assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                    .containsExactly("elsewhere==1.0", "found==3.0");
        }
    }

    @Test
    void installsLocalProjectsFromTheSourcesAsTheyAre() throws IOException {
        LocalSources copied = LocalSources.in(trial.project().resolve("lib/copied"), "copied", "base");
        LocalSources edited = LocalSources.in(trial.project().resolve("lib/edited"), "edited");
        trial.file("sub/requirements.txt", "./lib/copied", "-e lib/edited");
        Requirements requirements = trial.requirements("sub/requirements.txt");
        assertThat(requirements.sourceTrees()).containsExactly(copied.folder());

        copied.write("1");
        trial.install(requirements);
        copied.write("2");
        Trial.Installed second = trial.install(requirements);

        assertThat(second.packages()).containsExactly("base==1.0", "copied==0.1", "edited==0.1");
        assertThat(second.layout().sitePackages(second.series()).resolve("copied.py"))
                .hasContent("state = '2'");
        assertThat(second.sitePackages().defects(Scrutiny.SIZES)).isEmpty();
        edited.write("3");
        assertThat(trial.run(
                                List.of(
                                        second.layout().python().toString(),
                                        "-c",
                                        "import edited; print(edited.state)"),
                                trial.project())
                        .out())
                .containsExactly("3");
    }

    @Test
    void installsLocalProjectsBesideHashedPackages() throws IOException {
        LocalSources.in(trial.project().resolve("lib"), "mine", "base").write("1");
        trial.file("requirements.txt", "./lib", BASE_1.hashed());
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("base==1.0", "mine==0.1");
        trial.file("requirements.txt", "./lib", "base==1.0 --hash=sha256:" + "0".repeat(64));
        trial.emptyCache();
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.requirements("requirements.txt")))
                .withMessageContaining("Hash mismatch");
    }

    @Test
    void fetchesAnewWhatIsDamagedInTheCache() throws IOException {
        Trial.Installed first = trial.variable("UV_LINK_MODE", "hardlink").install(trial.packages("app"));
        Files.writeString(
                first.layout().sitePackages(first.series()).resolve("base/__init__.py"), "edited = 'in place'\n");

        Trial.Installed second = trial.install(trial.packages("app"));

        assertThat(second.sitePackages().defects(Scrutiny.SIZES)).isEmpty();
        assertThat(second.layout().sitePackages(second.series()).resolve("base/__init__.py"))
                .content()
                .startsWith("version");
        assertThat(trial.warnings()).singleElement().asString().contains("base", "damaged");
    }
}
