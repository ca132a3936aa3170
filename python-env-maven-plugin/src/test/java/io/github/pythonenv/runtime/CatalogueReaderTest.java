package io.github.pythonenv.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {
    private static final String ENTRY = """
            {"distributions": [{"version": "3.14.3", "platform": "linux-x86_64", "maven": "g:a:3.14.3-1:c",
              "sha256": "%s", "minGlibc": "2.35", "libraries": ["a", "b"]}]}
            """.formatted("ab".repeat(32));

    @Test
    void readsAnEntry() {
        assertThat(read(ENTRY))
                .containsExactly(new Distribution(
                        new PythonVersion(3, 14, 3),
                        "linux-x86_64",
                        Source.MAVEN,
                        new MavenArtifact("g", "a", "3.14.3-1", "c"),
                        "ab".repeat(32),
                        new Needs(new Floor.Glibc(2, 35), List.of("a", "b")),
                        0));
    }

    @Property(tries = 500)
    void throwsNothingButWhatItSays(@ForAll("almostCatalogues") String text) {
        try {
            assertThat(read(text)).isNotNull();
        } catch (CatalogueReader.Malformed declared) {
            assertThat(declared.getMessage()).isNotBlank();
        }
    }

    /** A catalogue with a piece of it exchanged for something else, and what has nothing of one. */
    @Provide
    static Arbitrary<String> almostCatalogues() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.of(
                        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e9", "-1", "2.x", "\\u0000", "..", ""));
        Arbitrary<String> altered = Arbitraries.integers()
                .between(0, ENTRY.length())
                .flatMap(from -> Arbitraries.integers()
                        .between(from, Math.min(ENTRY.length(), from + 12))
                        .flatMap(to -> piece.map(put -> ENTRY.substring(0, from) + put + ENTRY.substring(to))));
        return Arbitraries.oneOf(altered, Arbitraries.strings());
    }

    @Property(tries = 500)
    void readsVersionsOrRefusesThem(@ForAll("almostVersions") String text) {
        try {
            PythonVersion version = PythonVersion.parse(text);
            assertThat(PythonVersion.parse(version.toString())).isEqualTo(version);
        } catch (IllegalArgumentException declared) {
            assertThat(declared).hasMessageContaining("not a full Python version");
        }
        try {
            VersionRequest request = VersionRequest.parse(text);
            assertThat(VersionRequest.parse(request.text())).isEqualTo(request);
        } catch (UserFailure declared) {
            assertThat(declared.hint()).isNotBlank();
        }
    }

    @Provide
    static Arbitrary<String> almostVersions() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.<>=!~, *").ofMaxLength(14),
                Arbitraries.strings().ofMaxLength(6));
    }

    @Test
    void saysWhichFileIsNoCatalogue(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), ENTRY.replace("linux-x86_64\"", "linux-x86_64"));

        assertThatThrownBy(() -> Catalogue.in(file).distributions())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Catalogue.in(folder.resolve("none.json")).distributions())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("none.json");
    }

    private static List<Distribution> read(String text) {
        return CatalogueReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
