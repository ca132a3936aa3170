package io.github.pythonenv.runtime;

import java.util.List;

/** A jar in a Maven repository, laid out as JavaCPP lays out its presets. */
public record MavenSource(String groupId, String artifactId, String version, String classifier)
        implements RuntimeSource {

    static final String WORD = "maven";

    /**
     * Reads what {@link #coordinates} writes.
     *
     * @throws IllegalArgumentException if the text has not four parts
     */
    static MavenSource parse(String coordinates) {
        List<String> parts = List.of(coordinates.split(":", -1));
        if (parts.size() != 4) {
            throw new IllegalArgumentException("not group:artifact:version:classifier: " + coordinates);
        }
        return new MavenSource(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    /** Group, artifact, version and classifier with colons between them. */
    public String coordinates() {
        return String.join(":", groupId, artifactId, version, classifier);
    }

    /** The folder inside the jar that holds the installation, with a slash at its end. */
    String treePrefix() {
        return groupId.replace('.', '/') + "/" + artifactId + "/" + classifier + "/";
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String toString() {
        return coordinates();
    }
}
