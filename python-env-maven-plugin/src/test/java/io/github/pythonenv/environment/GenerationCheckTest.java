package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for the interpreter with shell scripts")
class GenerationCheckTest {

    @TempDir
    Path directory;

    private VenvLayout layout;
    private Path sitePackages;

    @BeforeEach
    void environment() throws IOException {
        layout = new VenvLayout(directory, false);
        sitePackages = Files.createDirectories(layout.sitePackages("3.14"));
        Files.writeString(directory.resolve("pyvenv.cfg"), "home = /\n");
        interpreter("echo 3.14.3");
        Files.createDirectories(sitePackages.resolve("one-1.0.dist-info"));
        Files.writeString(sitePackages.resolve("one.py"), "x = 1\n");
        Files.writeString(sitePackages.resolve("one-1.0.dist-info/RECORD"), "one.py,sha256=x,6\n");
    }

    @Test
    void findsNothingInAWholeOne() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void runsNoCodeOfPackages() throws IOException {
        // -I keeps the user's and the current folder out, -S what site would run of .pth files.
        interpreter("test \"$1 $2\" = '-I -S' && echo 3.14.3");

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAnInterpreterThatDoesNotStart() throws IOException {
        interpreter("echo 'error while loading libz.so.1' >&2; exit 127");

        assertThat(findings()).containsExactly("its interpreter does not start: error while loading libz.so.1");
    }

    @Test
    void findsAnInterpreterOfAnotherVersion() throws IOException {
        interpreter("echo 3.12.1");

        assertThat(findings()).containsExactly("its interpreter is CPython 3.12.1 and not 3.14.3");
    }

    @Test
    void findsThatTheInterpreterIsGone() throws IOException {
        Files.delete(layout.python());

        assertThat(findings()).containsExactly("its interpreter is gone");
    }

    @Test
    void findsThatAllPackagesAreGone() throws IOException {
        Trees.delete(sitePackages);

        assertThat(findings()).containsExactly("its site-packages is gone");
    }

    @Test
    void findsThatItIsNoVirtualEnvironmentAnyMore() throws IOException {
        Files.delete(directory.resolve("pyvenv.cfg"));

        assertThat(findings()).containsExactly(GenerationCheck.NO_BASE);

        Files.writeString(directory.resolve("pyvenv.cfg"), "homely = /\n");
        assertThat(findings()).containsExactly(GenerationCheck.NO_BASE);
    }

    @Test
    void findsAlteredAndMissingFiles() throws IOException {
        Files.writeString(sitePackages.resolve("one.py"), "x = 1000\n");
        assertThat(findings()).singleElement().asString().contains("one.py");

        Files.delete(sitePackages.resolve("one.py"));
        assertThat(findings()).containsExactly("one.py is missing");
    }

    @Test
    void refusesWhatIsNotWholeAndSaysWhatToDo() throws IOException {
        assertThatThrownBy(() -> GenerationCheck.require(List.of("one.py is missing")))
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("one.py is missing");
                    assertThat(failure.hint()).contains("uv cache clean");
                });
    }

    private void interpreter(String script) throws IOException {
        Programs.script(layout.python(), script);
    }

    private List<String> findings() {
        return check().findings(System.getenv(), Scrutiny.SIZES);
    }

    private GenerationCheck check() {
        return new GenerationCheck(
                new Processes(),
                layout,
                StateFileTest.state(1, Path.of("store"), new InputDigests("s", Map.of(), Map.of()))
                        .runtime());
    }
}
