package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    /** python-build-standalone's words for platforms, by ours. */
    private static final Map<String, String> TRIPLES = Map.of(
            "linux-x86_64", "x86_64-unknown-linux-gnu",
            "linux-aarch64", "aarch64-unknown-linux-gnu",
            "linux-x86_64 musl", "x86_64-unknown-linux-musl",
            "linux-aarch64 musl", "aarch64-unknown-linux-musl",
            "macos-x86_64", "x86_64-apple-darwin",
            "macos-aarch64", "aarch64-apple-darwin",
            "windows-x86_64", "x86_64-pc-windows-msvc",
            "windows-aarch64", "aarch64-pc-windows-msvc");

    @Test
    void namesEachArchiveOnce() {
        List<Distribution> all = Catalogue.builtIn().distributions();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all.stream().map(Distribution::sha256))
                .doesNotHaveDuplicates()
                .allMatch(one -> one.matches("[0-9a-f]{64}"));
        assertThat(all.stream().map(Distribution::origin)).doesNotHaveDuplicates();
        assertThat(all.stream().map(one -> one.source() + " " + one.version() + " " + platform(one)))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysOfMavenArtifactsWhatTheirNamesSay() {
        List<Distribution> artifacts = from(Source.MAVEN);

        assertThat(artifacts).hasSizeGreaterThan(10).allSatisfy(one -> {
            assertThat(one.size()).isGreaterThan(20_000_000);
            MavenArtifact artifact = (MavenArtifact) one.origin();
            assertThat(artifact.version()).startsWith(one.version() + "-");
            assertThat(artifact.treePrefix()).isEqualTo("org/bytedeco/cpython/" + artifact.classifier() + "/");
            assertThat(artifact.classifier().replace("macosx", "macos").replace("arm64", "aarch64"))
                    .isEqualTo(one.platform());
        });
    }

    @Test
    void saysOfStandaloneArchivesWhatTheirNamesSay() {
        assertThat(from(Source.STANDALONE)).hasSizeGreaterThan(80).allSatisfy(one -> {
            String address = ((RemoteFile) one.origin()).uri().toString();
            String file = address.substring(address.lastIndexOf('/') + 1);
            String release = address.replaceFirst(".*/releases/download/(\\d{8})/.*", "$1");
            assertThat(file)
                    .isEqualTo("cpython-" + one.version() + "%2B" + release + "-" + TRIPLES.get(platform(one))
                            + "-install_only_stripped.tar.gz");
        });
    }

    @Test
    void hasTheSeriesInUseForEveryPlatform() {
        for (String series : List.of("3.12", "3.13", "3.14")) {
            List<Distribution> ofSeries = from(Source.STANDALONE).stream()
                    .filter(one -> one.version().series().equals(series))
                    .toList();
            PythonVersion newest = ofSeries.stream()
                    .map(Distribution::version)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(ofSeries.stream()
                            .filter(one -> one.version().equals(newest))
                            .map(CatalogueTest::platform))
                    .as(newest.toString())
                    .containsExactlyInAnyOrderElementsOf(TRIPLES.keySet());
        }
    }

    @Test
    void knowsWhatEachNeeds() {
        for (Distribution one : Catalogue.builtIn().distributions()) {
            Floor floor = one.needs().floor();
            if (one.platform().startsWith("linux")) {
                assertThat(floor).as(one.toString()).isInstanceOfAny(Floor.Glibc.class, Floor.Musl.class);
            } else if (one.source() == Source.MAVEN && one.platform().startsWith("macos")) {
                assertThat(floor).as(one.toString()).isInstanceOf(Floor.MacOs.class);
            }
        }
        assertThat(find("3.12.1", "linux-x86_64").needs().floor()).isEqualTo(new Floor.Glibc(2, 30));
        assertThat(find("3.14.3", "linux-x86_64").needs().floor()).isEqualTo(new Floor.Glibc(2, 35));
        assertThat(find("3.14.3", "linux-x86_64").needs().libraries()).contains("libz.so.1", "libreadline.so.8");
        assertThat(find("3.13.5", "macos-aarch64").needs().floor()).isEqualTo(new Floor.MacOs(14, 7));
        assertThat(find("3.14.7", "linux-x86_64").needs().floor()).isEqualTo(new Floor.Glibc(2, 17));
    }

    private static List<Distribution> from(Source source) {
        return Catalogue.builtIn().distributions().stream()
                .filter(one -> one.source() == source)
                .toList();
    }

    private static String platform(Distribution one) {
        return one.platform() + (one.needs().floor() instanceof Floor.Musl ? " musl" : "");
    }

    static Stream<Distribution> realArchives() {
        return RealArchives.present();
    }

    @ParameterizedTest
    @MethodSource("realArchives")
    void tellsTheDigestsOfTheRealArchives(Distribution distribution) throws IOException {
        assertThat(Digests.sha256(RealArchives.file(distribution))).isEqualTo(distribution.sha256());
        assertThat(Files.size(RealArchives.file(distribution))).isEqualTo(distribution.size());
    }

    private static Distribution find(String version, String platform) {
        return Catalogue.builtIn().distributions().stream()
                .filter(one -> one.version().toString().equals(version)
                        && one.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }
}
