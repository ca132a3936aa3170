package io.github.pythonenv.runtime;

import java.util.List;

/**
 * What runtimes and uv are called in a Maven repository that the goal {@code mirror} filled. A runtime is its archive,
 * as its origin has it, and a note beside it in the form of {@link RuntimeRecord}.
 *
 * @param groupId of all of them
 */
public record MirrorGroup(String groupId) {

    static final String RUNTIMES = "cpython";
    private static final List<String> EXTENSIONS =
            List.of(".tar.gz", ".tar.xz", ".tar.zst", ".tgz", ".txz", ".zip", ".jar");

    /** The archive of a distribution. */
    public MavenArtifact archive(Distribution distribution) {
        return runtime(
                distribution.version(), extension(distribution.origin()), PlatformOffers.fullPlatform(distribution));
    }

    /** The note on a distribution. */
    public MavenArtifact note(Distribution distribution) {
        return note(distribution.version(), PlatformOffers.fullPlatform(distribution));
    }

    /** The note on a version for a platform, with {@code -musl} at its end where that is a distribution of its own. */
    MavenArtifact note(PythonVersion version, String fullPlatform) {
        return runtime(version, "properties", fullPlatform);
    }

    /** The wheel of a uv. */
    public MavenArtifact uv(String version, String fullPlatform) {
        return new MavenArtifact(groupId, "uv", version, "whl", fullPlatform);
    }

    private MavenArtifact runtime(PythonVersion version, String extension, String fullPlatform) {
        return new MavenArtifact(groupId, RUNTIMES, version.toString(), extension, fullPlatform);
    }

    private static String extension(Origin origin) {
        if (origin instanceof MavenArtifact artifact) {
            return artifact.extension();
        }
        String name = origin instanceof RemoteFile remote
                ? String.valueOf(remote.uri().getPath())
                : String.valueOf(((LocalFile) origin).path().getFileName());
        return EXTENSIONS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> ending.substring(1))
                .orElse("archive");
    }
}
