package io.github.pythonenv.configuration;

import java.util.Map;
import java.util.Optional;

/**
 * What was configured of where Python comes from, as it was written.
 *
 * @param source the word for the source
 * @param standaloneMirror the prefix in place of the releases' address of python-build-standalone
 * @param archive an address or a file
 * @param archiveSha256 its digest
 * @param archiveTrusted whether a file needs no digest
 * @param coordinates Maven coordinates of one's own
 * @param digests the digests of what they mean, by platform
 * @param mirrorGroupId the group that {@code mirror} put runtimes and uv under
 */
public record RuntimeConfiguration(
        Optional<String> source,
        Optional<String> standaloneMirror,
        Optional<String> archive,
        Optional<String> archiveSha256,
        boolean archiveTrusted,
        Optional<String> coordinates,
        Map<String, String> digests,
        Optional<String> mirrorGroupId) {

    /** Nothing was. */
    public static final RuntimeConfiguration NOTHING = new RuntimeConfiguration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Map.of(),
            Optional.empty());

    /** What an environment's settings say. */
    static RuntimeConfiguration of(Settings set) {
        return new RuntimeConfiguration(
                set.text(Setting.SOURCE),
                set.text(Setting.STANDALONE_MIRROR),
                set.text(Setting.ARCHIVE),
                set.text(Setting.ARCHIVE_SHA256),
                set.yes(Setting.ARCHIVE_TRUSTED, false),
                set.text(Setting.RUNTIME_COORDINATES),
                set.textByName(Setting.RUNTIME_DIGESTS),
                set.text(Setting.MIRROR_GROUP_ID));
    }
}
