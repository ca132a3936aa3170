package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Origin.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProjectEnvironmentsTest {

    private static final Origin FILE = new Origin(Level.FILE, "python-env.json, line 1, column 1");
    private static final Origin POM = new Origin(Level.POM, "the POM");

    @Test
    void withoutAnyTheUnnamedOneIsMeant() {
        assertThat(environments(Map.of(), Map.of()).select(List.of()))
                .containsExactly(new ConfiguredEnvironment("default", Settings.NONE, false, false));
        assertThat(names(environments(Map.of(), Map.of()).select(List.of("docs", "site"))))
                .containsExactly("docs", "site");
    }

    @Test
    void allThatAreEnabledUnlessSomeAreChosen() {
        Map<String, Settings> file = new LinkedHashMap<>();
        file.put("main", Settings.NONE);
        file.put("gpu", set(FILE, Setting.ENABLED, false));
        file.put("dev", Settings.NONE);
        ProjectEnvironments environments = environments(file, Map.of());

        assertThat(names(environments.select(List.of()))).containsExactly("main", "dev");
        assertThat(names(environments.select(List.of("gpu")))).containsExactly("gpu");
        assertThat(names(environments.select(List.of("dev", "main", "dev")))).containsExactly("dev", "main");
    }

    @Test
    void anUnknownOneIsAnsweredWithANearOne() {
        assertThatThrownBy(() -> environments(Map.of("main", Settings.NONE, "dev", Settings.NONE), Map.of())
                        .select(List.of("maim")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'maim'")
                .extracting(failure -> ((UserFailure) failure).hint())
                .asString()
                .contains("Did you mean main?", "dev");
    }

    @Test
    void theOnlyOneIsKnownAsSuch() {
        assertThat(environments(Map.of("main", Settings.NONE), Map.of())
                        .all()
                        .get(0)
                        .only())
                .isTrue();
        assertThat(environments(Map.of("main", Settings.NONE), Map.of("dev", Settings.NONE))
                        .all())
                .noneMatch(ConfiguredEnvironment::only);
    }

    @Test
    void oneForEachVersionOfPython() {
        Path folder = Path.of("/project");
        Settings matrix = set(FILE, Setting.PYTHON_VERSIONS, List.of("3.12", "3.14"))
                .with(Setting.REQUIREMENTS, List.of(folder.resolve("r-{python}.txt"), folder.resolve("s.txt")), FILE)
                .with(Setting.DIRECTORY, folder.resolve("envs/{python}"), FILE);
        ProjectEnvironments environments = environments(Map.of("test", matrix), Map.of());

        List<ConfiguredEnvironment> all = environments.select(List.of("test"));

        assertThat(names(all)).containsExactly("test-3.12", "test-3.14");
        assertThat(all.get(1).settings().text(Setting.PYTHON_VERSION)).contains("3.14");
        assertThat(all.get(1).settings().paths(Setting.REQUIREMENTS))
                .containsExactly(folder.resolve("r-3.14.txt"), folder.resolve("s.txt"));
        assertThat(all.get(0).settings().path(Setting.DIRECTORY)).contains(folder.resolve("envs/3.12"));
        assertThat(names(environments.select(List.of("test-3.12")))).containsExactly("test-3.12");
    }

    @Test
    void theCommandLineSpeaksToOneOfSeveralVersions() {
        Properties line = new Properties();
        line.setProperty("python-env.environments.test.packages", "rich");
        line.setProperty("python-env.environments.test-3.14.packages", "six");
        line.setProperty("python-env.environments.test-3.14.python.version", "3.14.2");
        Settings matrix = set(FILE, Setting.PYTHON_VERSIONS, List.of("3.12", "3.14"));
        ProjectEnvironments environments = new ProjectEnvironments(
                new Declarations(Settings.NONE, Map.of("test", matrix)),
                Declarations.NONE,
                new CommandLine(line, Path.of("/project")));

        assertThat(environments.select(List.of("test")))
                .extracting(one -> one.name() + " " + one.settings().texts(Setting.PACKAGES) + " "
                        + one.settings().text(Setting.PYTHON_VERSION).orElseThrow())
                .containsExactly("test-3.12 [rich] 3.12", "test-3.14 [six] 3.14.2");
    }

    @Test
    void isPlacedByTheCommandLineWhereThatNamesItsFolderOrItsPythons() {
        assertThat(placedBy("pythonVersion", "3.13")).isFalse();
        assertThat(placedBy("autoCleanup", "true")).isFalse();
        assertThat(placedBy("directory", "elsewhere")).isTrue();
        assertThat(placedBy("environments.one.directory", "elsewhere")).isTrue();
        assertThat(placedBy("pythonVersions", "3.13")).isTrue();
        assertThat(placedBy("uvProject", "elsewhere")).isTrue();
    }

    private static boolean placedBy(String name, String value) {
        Properties line = new Properties();
        line.setProperty("python-env." + name, value);
        return new ProjectEnvironments(
                        new Declarations(
                                Settings.NONE, Map.of("one", set(FILE, Setting.DIRECTORY, Path.of("/project/a")))),
                        Declarations.NONE,
                        new CommandLine(line, Path.of("/project")))
                .all().stream().anyMatch(ConfiguredEnvironment::placedByCommandLine);
    }

    @Test
    void theCommandLineSpeaksToOneThatNobodyDeclares() {
        ProjectEnvironments environments = new ProjectEnvironments(
                Declarations.NONE, Declarations.NONE, line(Optional.of("3.12"), Optional.of("3.13")));

        assertThat(environments.select(List.of("one", "two")))
                .extracting(one -> one.settings().text(Setting.PYTHON_VERSION).orElseThrow())
                .containsExactly("3.13", "3.12");
    }

    @Test
    void ofValuesThatHaveNamesEachCountsByItself() {
        Properties line = new Properties();
        line.setProperty("python-env.variables.C", "line");
        line.setProperty("python-env.environments.one.variables.D", "line");
        Settings all = set(FILE, Setting.VARIABLES, Map.of("A", "all", "B", "all", "C", "all", "D", "all"));
        ProjectEnvironments environments = new ProjectEnvironments(
                new Declarations(all, Map.of("one", set(FILE, Setting.VARIABLES, Map.of("B", "one", "C", "one")))),
                Declarations.NONE,
                new CommandLine(line, Path.of("/project")));

        Settings settings = environments.select(List.of()).get(0).settings();

        assertThat(settings.textByName(Setting.VARIABLES))
                .containsOnly(entry("A", "all"), entry("B", "one"), entry("C", "line"), entry("D", "line"));
        assertThat(settings.origin(Setting.VARIABLES).orElseThrow().level()).isEqualTo(Level.COMMAND_LINE);
        assertThat(settings.origin(Setting.VARIABLES).orElseThrow().place())
                .isEqualTo(
                        "-Dpython-env.environments.one.variables, over -Dpython-env.variables, over " + FILE.place());
    }

    /** Each of the six layers says something of a setting or not: the last that does, counts. */
    @Property
    void theLastLayerThatSaysSomethingCounts(@ForAll("layers") List<Optional<String>> layers) {
        ProjectEnvironments environments = new ProjectEnvironments(
                new Declarations(said(layers.get(0), FILE), Map.of("one", said(layers.get(1), FILE))),
                new Declarations(said(layers.get(2), POM), Map.of("one", said(layers.get(3), POM))),
                line(layers.get(4), layers.get(5)));

        Settings settings = environments.select(List.of("one")).get(0).settings();

        Optional<String> last = layers.stream().flatMap(Optional::stream).reduce((before, after) -> after);
        assertThat(settings.text(Setting.PYTHON_VERSION)).isEqualTo(last);
        assertThat(settings.origin(Setting.PYTHON_VERSION).map(Origin::level)).isEqualTo(levelOfLast(layers));
    }

    /** What layers say of one setting has no say in another one. */
    @Property
    void eachSettingStandsByItself(
            @ForAll("layers") List<Optional<String>> versions, @ForAll("layers") List<Optional<String>> sources) {
        Settings both = Settings.NONE;
        for (int layer = 0; layer < versions.size(); layer++) {
            Settings one = said(versions.get(layer), FILE);
            Optional<String> source = sources.get(layer);
            both = (source.isPresent() ? one.with(Setting.SOURCE, source.get(), FILE) : one).over(both);
        }

        assertThat(both.text(Setting.PYTHON_VERSION)).isEqualTo(last(versions));
        assertThat(both.text(Setting.SOURCE)).isEqualTo(last(sources));
    }

    @Provide
    Arbitrary<List<Optional<String>>> layers() {
        Arbitrary<Optional<String>> layer =
                Arbitraries.of("3.12", "3.13", "3.14").optional(0.6);
        return Combinators.combine(layer, layer, layer, layer, layer, layer)
                .as((a, b, c, d, e, f) -> Arrays.asList(a, b, c, d, e, f));
    }

    private static Optional<String> last(List<Optional<String>> layers) {
        return layers.stream().flatMap(Optional::stream).reduce((before, after) -> after);
    }

    private static Optional<Level> levelOfLast(List<Optional<String>> layers) {
        List<Level> levels =
                List.of(Level.FILE, Level.FILE, Level.POM, Level.POM, Level.COMMAND_LINE, Level.COMMAND_LINE);
        Optional<Level> found = Optional.empty();
        for (int layer = 0; layer < layers.size(); layer++) {
            found = layers.get(layer).isPresent() ? Optional.of(levels.get(layer)) : found;
        }
        return found;
    }

    /** What the command line says for all, and for one. */
    private static CommandLine line(Optional<String> all, Optional<String> one) {
        Properties properties = new Properties();
        all.ifPresent(version -> properties.setProperty("python-env.pythonVersion", version));
        one.ifPresent(version -> properties.setProperty("python-env.environments.one.python.version", version));
        return new CommandLine(properties, Path.of("/project"));
    }

    private static Settings said(Optional<String> version, Origin origin) {
        return version.map(text -> set(origin, Setting.PYTHON_VERSION, text)).orElse(Settings.NONE);
    }

    private static Settings set(Origin origin, Setting setting, Object value) {
        return Settings.NONE.with(setting, value, origin);
    }

    private static ProjectEnvironments environments(Map<String, Settings> file, Map<String, Settings> pom) {
        return new ProjectEnvironments(
                new Declarations(Settings.NONE, file),
                new Declarations(Settings.NONE, pom),
                line(Optional.empty(), Optional.empty()));
    }

    private static List<String> names(List<ConfiguredEnvironment> environments) {
        return environments.stream().map(ConfiguredEnvironment::name).toList();
    }
}
