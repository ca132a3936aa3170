package io.github.pythonenv.runtime;

import java.util.List;

/**
 * A file in a Maven repository.
 *
 * @param extension of the file, for example {@code jar} or {@code tar.gz}
 */
public record MavenArtifact(String groupId, String artifactId, String version, String extension, String classifier)
        implements Origin {

    /** A jar. */
    public MavenArtifact(String groupId, String artifactId, String version, String classifier) {
        this(groupId, artifactId, version, "jar", classifier);
    }

    /**
     * Reads what {@link #coordinates} writes.
     *
     * @throws IllegalArgumentException if the text has not four or five parts
     */
    public static MavenArtifact parse(String coordinates) {
        List<String> parts = List.of(coordinates.split(":", -1));
        return switch (parts.size()) {
            case 4 -> new MavenArtifact(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
            case 5 -> new MavenArtifact(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
            default ->
                throw new IllegalArgumentException("not group:artifact:version[:extension]:classifier: " + coordinates);
        };
    }

    /** Group, artifact, version, extension unless it is {@code jar}, and classifier with colons between them. */
    public String coordinates() {
        return extension.equals("jar")
                ? String.join(":", groupId, artifactId, version, classifier)
                : String.join(":", groupId, artifactId, version, extension, classifier);
    }

    /** The folder inside a jar of JavaCPP's that holds the installation, with a slash at its end. */
    String treePrefix() {
        return groupId.replace('.', '/') + "/" + artifactId + "/" + classifier + "/";
    }

    @Override
    public String toString() {
        return coordinates();
    }
}
