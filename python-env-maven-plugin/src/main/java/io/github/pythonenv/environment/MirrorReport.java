package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.MavenArtifact;
import java.util.List;

/**
 * What a repository has after {@link Mirror} filled it.
 *
 * @param items in the order in which they were looked at
 * @param lacking what was asked for and does not exist, as sentences
 * @param failed what exists and could not be had now, as sentences
 */
public record MirrorReport(List<Item> items, List<String> lacking, List<String> failed) {
    public MirrorReport {
        items = List.copyOf(items);
        lacking = List.copyOf(lacking);
        failed = List.copyOf(failed);
    }

    /**
     * One runtime or one uv.
     *
     * @param artifact its file in the repository
     * @param origin where it came from
     * @param bytes its size
     * @param sha256 its digest
     * @param deployed whether it was put there just now, and not before
     */
    public record Item(MavenArtifact artifact, String origin, long bytes, String sha256, boolean deployed) {}
}
