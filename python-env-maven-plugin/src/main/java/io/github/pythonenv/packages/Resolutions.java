package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What unpinned requirements were resolved to, kept so that a rebuild installs the same versions. One file for an
 * environment: its first line is a digest of what was resolved, the rest is a requirements file of exact versions.
 *
 * @param file where it is kept
 */
record Resolutions(Path file) {

    private static final String MARK = "# python-env resolution of ";

    /** The resolution of these inputs, if that is what is kept. */
    Optional<Path> of(String key) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).startsWith(MARK + key + "\n")
                ? Optional.of(file)
                : Optional.empty();
    }

    /** Keeps a resolution in place of the one before. */
    void keep(String key, Path resolution) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, MARK + key + "\n" + Files.readString(resolution));
    }

    /** A digest of all that the resolver looks at, but for what the index has. */
    static String key(Requirements requirements, InstallSettings settings, String python, String uv)
            throws IOException {
        StringBuilder contents = new StringBuilder();
        for (Path path : requirements.inputFiles()) {
            contents.append(path).append(' ').append(Digests.sha256(path)).append('\n');
        }
        String text = contents + requirements.describe() + "\n" + settings.describe() + "\n" + python + "\n" + uv;
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
