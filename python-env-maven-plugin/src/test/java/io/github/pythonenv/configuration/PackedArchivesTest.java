package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedArchivesTest {

    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String COORDINATES = "com.example:app:1:tar.gz:python-{platform}";

    @TempDir
    Path root;

    private final List<String> resolved = new ArrayList<>();
    private String platform = "linux-aarch64-musl";
    private boolean asked;

    @Test
    void isTheSourceOfPythonAndPackages() {
        EnvironmentRequest request = request(Configured.in(root).packed(COORDINATES, ""));

        assertThat(request.inputs()).isEqualTo(new Packed(COORDINATES));
        assertThat(request.runtime().source()).isInstanceOf(SourceRequest.Packed.class);
        assertThat(request.runtime().source())
                .hasToString("packed (com.example:app:1:tar.gz:python-linux-aarch64-musl)");
        assertThat(resolved).as("asked of Maven when it is wanted").isEmpty();
    }

    @Test
    void knowsAnArtifactByItsSizeAndTime() throws IOException {
        Path file = Files.writeString(root.resolve("app.tar.gz"), "twelve bytes");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        SourceRequest source =
                request(Configured.in(root).packed(COORDINATES, "")).runtime().source();

        assertThat(source.describe()).isEqualTo("com.example:app:1:tar.gz:python-linux-aarch64-musl 12 1000");
        assertThat(source.describe()).doesNotContain(root.toString());
        assertThat(resolved).containsOnly("com.example:app:1:tar.gz:python-linux-aarch64-musl");
    }

    @Test
    void isToldByItsDigestWhereThereIsOne() {
        SourceRequest source =
                request(Configured.in(root).packed("app.zip", SHA256)).runtime().source();

        assertThat(source.describe()).isEmpty();
        assertThat(source).hasToString("packed (" + root.resolve("app.zip") + ")");
    }

    @Test
    void takesNoPythonOfTheProjectsFiles() throws IOException {
        Files.writeString(root.resolve(".python-version"), "3.9\n");
        Files.writeString(root.resolve("python-env.lock"), "");

        EnvironmentRequest request = request(Configured.in(root).packed(COORDINATES, ""));

        assertThat(request.python().text()).isEqualTo("3");
        assertThat(request.lock().present()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            com.example:app:1                     | | no coordinates of an archive
            com.example:app:1:tar.gz:python:more  | | no coordinates of an archive
            app.tar.gz                            | | nothing says that it is what was packed
            sub/app.tar.gz                        | 12ab | <packedSha256> is '12ab', which is no SHA-256
                                                  | 12ab | <packed> does not say which archive
            """)
    void refusesWhatIsNoArchive(String archive, String sha256, String why) {
        Configured configured = Configured.in(root)
                .packed(
                        Optional.ofNullable(archive).orElse(""),
                        Optional.ofNullable(sha256).orElse(""));

        assertThatThrownBy(() -> request(configured))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).isNotBlank())
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatSaysOtherwiseWhatIsInstalled() {
        assertThatThrownBy(() ->
                        request(Configured.in(root).packed(COORDINATES, "").packages("numpy")))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("<packages> or <requirements> and <packed> are configured together.");
        assertThatThrownBy(() ->
                        request(Configured.in(root).packed(COORDINATES, "").profiles("numpy")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the packed environment " + COORDINATES);
        RuntimeConfiguration source = new RuntimeConfiguration(
                Optional.of("maven"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Optional.empty());
        assertThatThrownBy(() ->
                        request(Configured.in(root).packed(COORDINATES, "").runtime(source)))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("<packed> and <source> are configured together");
    }

    @Test
    void looksAtNoCLibraryWhereNothingIsToBeFilledIn() {
        platform = "";

        assertThat(request(Configured.in(root).packed("com.example:app:1:tar.gz:mine", ""))
                        .runtime()
                        .source())
                .hasToString("packed (com.example:app:1:tar.gz:mine)");
        assertThat(asked).isFalse();
    }

    private EnvironmentRequest request(Configured configured) {
        PackedArchives archives = new PackedArchives(
                (group, artifact, version, extension, classifier) -> {
                    resolved.add(String.join(":", group, artifact, version, extension, classifier));
                    return root.resolve("app.tar.gz");
                },
                () -> {
                    asked = true;
                    return platform;
                });
        return EnvironmentRequests.from(configured.configuration(), archives, ProgressListener.SILENT);
    }
}
