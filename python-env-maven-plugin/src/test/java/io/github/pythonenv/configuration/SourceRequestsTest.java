package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.runtime.SourceRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRequestsTest {
    private static final Path PROJECT = Path.of("project").toAbsolutePath();
    private static final String DIGEST = "ab".repeat(32);

    private final Map<String, String> set = new HashMap<>();

    @Test
    void leavesTheChoiceToUsUnlessTold() {
        assertThat(source()).isEqualTo(new SourceRequest.Auto());
        assertThat(requests().mirrors()).isEqualTo(Mirrors.NONE);
    }

    @Test
    void knowsTheWords() {
        assertThat(source("source", "standalone")).isEqualTo(new SourceRequest.Standalone());
        assertThat(source("source", "maven")).isEqualTo(new SourceRequest.Maven());
        assertThat(source("source", "system")).isEqualTo(new SourceRequest.Installed(InstalledBy.SYSTEM));
        assertThat(source("source", "uv")).isEqualTo(new SourceRequest.Installed(InstalledBy.UV));
        assertThat(source("source", "conda")).isEqualTo(new SourceRequest.Installed(InstalledBy.CONDA));
        assertThat(source("source", "auto")).isEqualTo(new SourceRequest.Auto());
    }

    @ParameterizedTest
    @CsvSource({"standalon,standalone", "Maven,maven", "sytem,system", "embedable,embeddable", "konda,conda"})
    void guessesWhatWasMeant(String written, String meant) {
        UserFailure failure = failure("source", written);

        assertThat(failure).hasMessageContaining("'" + written + "'");
        assertThat(failure.hint()).contains("Did you mean " + meant + "?");
    }

    @Test
    void guessesNothingWhereNothingIsNear() {
        assertThat(failure("source", "homebrew").hint())
                .doesNotContain("Did you mean")
                .contains("standalone, maven");
    }

    @Test
    void takesAnArchiveFromAnAddressOrAFile() {
        assertThat(source(
                        "archive",
                        "https://example.com/a%2Bb.tar.gz",
                        "archiveSha256",
                        DIGEST.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(new SourceRequest.Archive(
                        new RemoteFile(URI.create("https://example.com/a%2Bb.tar.gz")), Optional.of(DIGEST), false));
        set.clear();
        assertThat(source("archive", "python.zip", "archiveSha256", DIGEST, "source", "embeddable"))
                .isEqualTo(new SourceRequest.Archive(
                        new LocalFile(PROJECT.resolve("python.zip")), Optional.of(DIGEST), true));
        set.clear();
        assertThat(source("archive", PROJECT.resolve("python.zip").toUri().toString(), "archiveTrusted", "true"))
                .isEqualTo(new SourceRequest.Archive(
                        new LocalFile(PROJECT.resolve("python.zip")), Optional.empty(), false));
    }

    @Test
    void wantsTheDigestOfWhatIsNotTrusted() {
        assertThat(failure("archive", "python.zip").hint())
                .contains("<archiveSha256>")
                .contains("<archiveTrusted>");
        assertThat(failure("archive", "https://example.com/python.zip").hint()).doesNotContain("<archiveTrusted>");
        assertThat(failure("archive", "https://example.com/python.zip", "archiveTrusted", "true"))
                .hasMessageContaining("Only a file of your own");
        set.clear();
        assertThat(failure("archive", "python.zip", "archiveSha256", "abc")).hasMessageContaining("no SHA-256");
        set.clear();
        assertThat(failure("source", "archive")).hasMessageContaining("<archive> does not say which one");
    }

    @Test
    void tellsNoSecretOfAnAddress() {
        assertThat(failure("archive", "https://me:secret@example.com/python.zip?token=secret"))
                .hasMessageContaining("example.com")
                .hasMessageNotContaining("secret");
        assertThat(failure("archive", "https://me:secret@exam ple.com/", "archiveSha256", DIGEST))
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesWhatContradicts() {
        assertThat(failure("archive", "python.zip", "archiveSha256", DIGEST, "archiveTrusted", "true"))
                .hasMessageContaining("together");
        assertThat(failure("source", "standalone", "archive", "python.zip"))
                .hasMessageContaining("<archive> is configured, and <source> is standalone");
        set.clear();
        assertThat(failure("source", "maven", "standaloneMirror", "https://example.com"))
                .hasMessageContaining("<standaloneMirror>");
        set.clear();
        assertThat(failure("source", "system", "coordinates", "a:b:1:c")).hasMessageContaining("<runtimeCoordinates>");
        set.clear();
        assertThat(failure("digest", DIGEST)).hasMessageContaining("without <runtimeCoordinates>");
    }

    @Test
    void readsCoordinates() {
        assertThat(source("coordinates", "com.example:cpython:{version}:tar.gz:{platform}", "digest", DIGEST))
                .isEqualTo(new SourceRequest.Coordinates(
                        new MavenArtifact("com.example", "cpython", "{version}", "tar.gz", "{platform}"),
                        Map.of("linux-x86_64", DIGEST)));
        assertThat(failure("coordinates", "com.example:cpython:1")).hasMessageContaining("[:extension]");
    }

    @Test
    void readsMirrors() {
        set.put("standaloneMirror", "https://example.com/python/");
        set.put("mirrorGroupId", "com.example.python");

        assertThat(requests().mirrors())
                .isEqualTo(new Mirrors(
                        Optional.of(URI.create("https://example.com/python")), Optional.of("com.example.python")));
        set.put("mirrorGroupId", "com.example:python");
        assertThat(catchThrowableOfType(UserFailure.class, () -> requests().mirrors()))
                .hasMessageContaining("no groupId");
    }

    private SourceRequest source(String... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            set.put(settings[i], settings[i + 1]);
        }
        return requests().source();
    }

    private UserFailure failure(String... settings) {
        return catchThrowableOfType(UserFailure.class, () -> source(settings));
    }

    private SourceRequests requests() {
        return new SourceRequests(
                new RuntimeConfiguration(
                        Optional.ofNullable(set.get("source")),
                        Optional.ofNullable(set.get("standaloneMirror")),
                        Optional.ofNullable(set.get("archive")),
                        Optional.ofNullable(set.get("archiveSha256")),
                        Boolean.parseBoolean(set.get("archiveTrusted")),
                        Optional.ofNullable(set.get("coordinates")),
                        set.containsKey("digest") ? Map.of("linux-x86_64", set.get("digest")) : Map.of(),
                        Optional.ofNullable(set.get("mirrorGroupId"))),
                PROJECT);
    }
}
