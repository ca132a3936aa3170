package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Retention;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentRequestsTest {

    @TempDir
    Path root;

    private final List<ProgressEvent> events = new ArrayList<>();
    private ProjectFiles files;

    @BeforeEach
    void prepare() {
        files = new ProjectFiles(root);
    }

    @Test
    void putsTheOnlyEnvironmentIntoDotVenv() {
        assertThat(request(Configured.in(root)).directory()).isEqualTo(root.resolve(".venv"));
    }

    @Test
    void namesTheFolderOfAnotherAfterIt() {
        assertThat(request(Configured.in(root).named("docs")).directory()).isEqualTo(root.resolve(".venv-docs"));
    }

    @Test
    void takesTheFolderThatIsConfigured() {
        assertThat(request(Configured.in(root).named("docs").directory(root.resolve("build/../python")))
                        .directory())
                .isEqualTo(root.resolve("python"));
    }

    @Test
    void sharesTheFolderAtTheRootOfAWorkspace() throws IOException {
        files.withUvWorkspace();

        assertThat(request(Configured.in(root.resolve("lib/b"))).directory()).isEqualTo(root.resolve(".venv"));
        assertThat(request(Configured.in(root.resolve("lib/b")).memberEnvironment())
                        .directory())
                .isEqualTo(root.resolve("lib/b/.venv"));
    }

    @Test
    void takesTheVersionThatIsConfigured() throws IOException {
        files.with(".python-version", "3.12\n");

        assertThat(request(Configured.in(root).python("3.13")).python()).isEqualTo(VersionRequest.parse("3.13"));
        assertThat(events).isEmpty();
    }

    @Test
    void findsTheVersionInTheProjectsFiles() throws IOException {
        files.with("pyproject.toml", "[project]\nname = 'app'\nrequires-python = '>=3.12'\n");
        assertThat(request(Configured.in(root)).python()).isEqualTo(VersionRequest.parse(">=3.12"));

        files.with(".python-version", "3.13\n");
        assertThat(request(Configured.in(root)).python()).isEqualTo(VersionRequest.parse("3.13"));
        assertThat(events)
                .last()
                .isEqualTo(new ProgressEvent.Detail("Python 3.13, as " + root.resolve(".python-version") + " says."));
    }

    @Test
    void takesAnyVersionWhereNobodySays() {
        assertThat(request(Configured.in(root)).python()).isEqualTo(VersionRequest.any());
    }

    @Test
    void asksForTheSamePythonFromEachMemberOfAWorkspace() throws IOException {
        files.withUvWorkspace();
        VersionRequest locked = VersionRequest.parse(">=3.12, <3.14");

        assertThat(request(Configured.in(root)).python()).isEqualTo(locked);
        assertThat(request(Configured.in(root.resolve("a"))).python()).isEqualTo(locked);
        assertThat(request(Configured.in(root.resolve("lib/b"))).python()).isEqualTo(locked);

        files.with(".python-version", "3.12\n");
        assertThat(request(Configured.in(root.resolve("a"))).python()).isEqualTo(VersionRequest.parse("3.12"));
    }

    @Test
    void tellsWhatWasPassedOver() throws IOException {
        files.with("pylock.toml").with("requirements.txt");

        request(Configured.in(root));

        assertThat(events)
                .containsExactly(
                        new ProgressEvent.Notice("Installing from pylock.toml; passed over: requirements.txt."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a\\b", " docs", "-x", "a:b", "a\nb"})
    void refusesANameThatCannotNameAFolder(String name) {
        assertThatThrownBy(() -> request(Configured.in(root).named(name)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<environment>");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> request(Configured.in(root).keeping(Retention.of(-1))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<keepGenerations> is -1");
        assertThatThrownBy(() ->
                        request(Configured.in(root).keeping(new Retention(OptionalInt.empty(), OptionalInt.of(0)))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<keepDays> is 0");
        assertThatThrownBy(() -> request(Configured.in(root).timeout(Duration.ZERO)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<timeout> is 0 seconds");
    }

    @Test
    void refusesAVersionThatIsNone() {
        assertThatThrownBy(() -> request(Configured.in(root).python("three")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("three");
    }

    @Test
    void changesNothing() throws IOException {
        request(Configured.in(root).packages("numpy"));

        try (var found = Files.list(root)) {
            assertThat(found).isEmpty();
        }
    }

    private EnvironmentRequest request(Configured configured) {
        return EnvironmentRequests.from(
                configured.configuration(),
                new PackedArchives(
                        (group, artifact, version, extension, classifier) -> {
                            throw new IllegalStateException("nothing here is an artifact");
                        },
                        () -> "linux-x86_64"),
                events::add);
    }
}
