package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real archives that Maven put into {@code target/test-artifacts}: on Linux x86_64 the newest for that platform,
 * with the profile {@code platforms} others too, for looking at: only those for this machine can be started.
 */
final class RealArchives {
    static final Path FOLDER = Path.of(System.getProperty("basedir", ""), "target", "test-artifacts")
            .toAbsolutePath();

    private RealArchives() {}

    /** At least one; the test is skipped where there is none. */
    static Stream<Distribution> present() {
        List<Distribution> present = Catalogue.builtIn().distributions().stream()
                .filter(one -> one.source() == Source.MAVEN && Files.exists(file(one)))
                .toList();
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        Assumptions.assumeTrue(
                linux || !present.isEmpty(), "The build fetches a CPython archive on Linux x86_64 only.");
        assertThat(present)
                .as("archives in " + FOLDER + " (run Maven's generate-test-resources)")
                .isNotEmpty();
        return present.stream();
    }

    static Path file(Distribution distribution) {
        MavenArtifact source = (MavenArtifact) distribution.origin();
        return FOLDER.resolve(String.join("-", source.artifactId(), source.version(), source.classifier()) + ".jar");
    }

    /** A world that has only these. */
    static Supplies supplies() {
        return new Supplies(
                Catalogue.of(Catalogue.builtIn().distributions().stream()
                        .filter(one -> one.source() == Source.MAVEN)
                        .toList()),
                resolver(),
                Networks.none(),
                MachinePythons.none());
    }

    private static ArtifactResolver resolver() {
        return (groupId, artifactId, version, extension, classifier) ->
                FOLDER.resolve(String.join("-", artifactId, version, classifier) + "." + extension);
    }
}
