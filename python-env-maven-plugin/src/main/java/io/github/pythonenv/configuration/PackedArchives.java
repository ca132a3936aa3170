package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.ArtifactResolver;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.PackedArchive;
import io.github.pythonenv.runtime.SourceRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the archives of packed environments that are configured.
 *
 * @param artifacts where those come from that are artifacts
 * @param platform the full id of this machine's; asked for where it is to be filled in only, since it wants a look at the C library
 */
public record PackedArchives(ArtifactResolver artifacts, Supplier<String> platform) {

    private static final String PLATFORM = "{platform}";
    private static final String COORDINATES = "[^:\\s/]+(:[^:\\s/]+){4}";

    /**
     * The one that an environment is to be made of: its Python comes from there, too.
     *
     * @throws UserFailure where the configuration contradicts itself or is not enough
     */
    SourceRequest source(EnvironmentConfiguration configuration) {
        refuseOthers(configuration.runtime());
        PackedConfiguration configured = configuration.inputs().packed();
        String text = configured.text();
        Optional<String> sha256 = configured.sha256().map(said -> SourceRequests.sha256("packedSha256", said));
        if (text.matches(COORDINATES)) {
            MavenArtifact artifact =
                    MavenArtifact.parse(text.contains(PLATFORM) ? text.replace(PLATFORM, platform.get()) : text);
            return new SourceRequest.Packed(new PackedArchive(artifact, sha256, artifacts));
        }
        if (text.matches("[^/\\\\]*:[^/\\\\]*")) {
            throw new UserFailure(
                    "<packed> is '" + text + "', which are no coordinates of an archive, nor a file.",
                    "Write groupId:artifactId:version:tar.gz:python-{platform}, or the path of a file.");
        }
        if (sha256.isEmpty()) {
            throw new UserFailure(
                    "What is in " + text + " would run, and nothing says that it is what was packed.",
                    "Put its SHA-256 into <packedSha256> (-Dpython-env.packedSha256=…): package prints it.");
        }
        LocalFile file = new LocalFile(
                configuration.project().resolve(text).toAbsolutePath().normalize());
        return new SourceRequest.Packed(new PackedArchive(file, sha256, artifacts));
    }

    private static void refuseOthers(RuntimeConfiguration runtime) {
        Stream.of(
                        runtime.source().map(any -> "<source>"),
                        runtime.archive().map(any -> "<archive>"),
                        runtime.coordinates().map(any -> "<runtimeCoordinates>"))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(other -> {
                    throw new UserFailure(
                            "<packed> and " + other + " are configured together, and a packed environment has its"
                                    + " Python with it.",
                            "Keep one of them.");
                });
    }
}
