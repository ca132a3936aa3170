package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of a lock: extras, groups and those for this machine, on the lock's own index and through another. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class LockSelectionTest {

    private static final SmallWheel BASE = SmallWheel.of("base", "1.0");
    private static final SmallWheel EXTRA = SmallWheel.of("extra", "1.0");
    private static final SmallWheel TOOL = SmallWheel.of("tool", "1.0");
    private static final SmallWheel USUAL = SmallWheel.of("usual", "1.0");
    private static final SmallWheel[] ALL = {BASE, EXTRA, TOOL, USUAL};

    private Trial trial;
    private SmallIndex index;
    private SmallIndex other;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(ALL);
        other = new SmallIndex(ALL);
        trial = new Trial(uv);
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        other.close();
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAUvLock(boolean elsewhere) throws IOException {
        trial.file(
                "pyproject.toml",
                "[project]",
                "name = \"shop\"",
                "version = \"1\"",
                "requires-python = \">=3.9\"",
                "dependencies = [\"base\"]",
                "[project.optional-dependencies]",
                "cli = [\"extra\"]",
                "[dependency-groups]",
                "dev = [\"usual\"]",
                "tools = [\"tool\", {include-group = \"dev\"}]");
        trial.index(index.url()).uv(trial.project(), "lock");
        servedBy(elsewhere);

        assertThat(of(uvLock(List.of(), List.of(), true))).containsExactly("base", "usual");
        assertThat(of(uvLock(List.of("cli"), List.of(), false))).containsExactly("base", "extra");
        assertThat(of(uvLock(List.of("cli"), List.of("tools"), false)))
                .containsExactly("base", "extra", "tool", "usual");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(uvLock(List.of("gui"), List.of(), true)))
                .withMessageContaining("gui");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAPylock(boolean elsewhere) throws IOException {
        Path lock = pylock("");
        servedBy(elsewhere);

        assertThat(of(new Pylock(lock, List.of(), List.of()))).containsExactly("base", "usual");
        assertThat(of(new Pylock(lock, List.of("CLI"), List.of("tools"))))
                .containsExactly("base", "extra", "tool", "usual");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(new Pylock(lock, List.of("gui"), List.of())))
                .withMessageContaining("gui");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAPylockForOtherMachines(boolean elsewhere) throws IOException {
        Path fits = pylock("environments = [\"sys_platform == 'win32'\", \"sys_platform == 'linux'\"]");
        servedBy(elsewhere);
        assertThat(of(new Pylock(fits, List.of(), List.of()))).contains("base");

        Path foreign = pylock("environments = [\"sys_platform == 'win32'\"]");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(new Pylock(foreign, List.of(), List.of())))
                .withMessageContaining("pylock.toml");
        Path later = pylock("requires-python = \">=4\"");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(new Pylock(later, List.of(), List.of())))
                .withMessageContaining("Python");
    }

    private void servedBy(boolean elsewhere) {
        trial.without("UV_DEFAULT_INDEX");
        if (elsewhere) {
            index.close();
            trial.index(other.url());
        }
    }

    private List<String> of(PackageInputs inputs) throws IOException {
        return trial.install(inputs).packages().stream()
                .map(one -> one.replaceFirst("==.*", ""))
                .toList();
    }

    private UvLock uvLock(List<String> extras, List<String> groups, boolean usual) {
        return new UvLock(trial.project(), trial.project(), extras, groups, usual, true);
    }

    /** As PEP 751 has it; no tool is known that writes all of that. */
    private Path pylock(String more) throws IOException {
        Stream<String> head = Stream.of(
                "lock-version = \"1.0\"",
                "created-by = \"hand\"",
                "extras = [\"cli\"]",
                "dependency-groups = [\"tools\", \"dev\"]",
                "default-groups = [\"dev\"]",
                more);
        Stream<String> packages = Stream.of(
                locked(BASE, ""),
                locked(EXTRA, "'cli' in extras"),
                locked(TOOL, "'tools' in dependency_groups"),
                locked(USUAL, "'dev' in dependency_groups or 'tools' in dependency_groups"));
        return trial.file("pylock.toml", Stream.concat(head, packages).toArray(String[]::new));
    }

    private String locked(SmallWheel wheel, String marker) {
        return """
                [[packages]]
                name = "%s"
                version = "%s"
                %s
                index = "%s"
                wheels = [{ url = "%s", hashes = { sha256 = "%s" } }]
                """.formatted(
                        wheel.name(),
                        wheel.version(),
                        marker.isEmpty() ? "" : "marker = \"" + marker + "\"",
                        index.url(),
                        index.url(wheel, ""),
                        wheel.sha256());
    }
}
