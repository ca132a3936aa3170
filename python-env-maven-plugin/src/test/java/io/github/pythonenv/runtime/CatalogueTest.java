package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @Test
    void knowsTheDistributionsOfEveryPlatform() {
        List<Distribution> distributions = Catalogue.builtIn().distributions();

        assertThat(distributions).hasSize(13).allSatisfy(one -> {
            assertThat(one.sha256()).matches("[0-9a-f]{64}");
            assertThat(one.size()).isGreaterThan(20_000_000);
            MavenArtifact source = (MavenArtifact) one.origin();
            assertThat(source.version()).startsWith(one.version() + "-");
            assertThat(source.treePrefix()).isEqualTo("org/bytedeco/cpython/" + source.classifier() + "/");
        });
        assertThat(distributions.stream().map(one -> one.version() + " " + one.platform()))
                .doesNotHaveDuplicates()
                .contains(
                        "3.14.3 linux-aarch64",
                        "3.14.3 linux-x86_64",
                        "3.14.3 macos-aarch64",
                        "3.14.3 macos-x86_64",
                        "3.14.3 windows-x86_64");
        assertThat(distributions.stream().map(Distribution::sha256)).doesNotHaveDuplicates();
    }

    @Test
    void knowsWhatEachNeeds() {
        for (Distribution one : Catalogue.builtIn().distributions()) {
            Class<? extends Floor> expected =
                    switch (one.platform().substring(0, one.platform().indexOf('-'))) {
                        case "linux" -> Floor.Glibc.class;
                        case "macos" -> Floor.MacOs.class;
                        default -> Floor.None.class;
                    };
            assertThat(one.needs().floor()).as(one.toString()).isInstanceOf(expected);
        }
        assertThat(find("3.12.1", "linux-x86_64").needs().floor()).isEqualTo(new Floor.Glibc(2, 30));
        assertThat(find("3.14.3", "linux-x86_64").needs().floor()).isEqualTo(new Floor.Glibc(2, 35));
        assertThat(find("3.14.3", "linux-x86_64").needs().libraries()).contains("libz.so.1", "libreadline.so.8");
        assertThat(find("3.13.5", "macos-aarch64").needs().floor()).isEqualTo(new Floor.MacOs(14, 7));
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
