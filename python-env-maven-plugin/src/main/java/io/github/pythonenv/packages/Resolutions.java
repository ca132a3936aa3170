package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** A new file beside, with what is kept now: uv prefers the versions that it finds in its output file. */
    Path draft() throws IOException {
        Path draft = Files.createTempFile(Files.createDirectories(file.resolveSibling("")), "draft", ".txt");
        if (Files.isRegularFile(file)) {
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        return draft;
    }

    /**
     * Keeps a resolution in place of the one before, in one step.
     *
     * @return false where it holds a password, which must not be kept: then nothing is
     */
    boolean keep(String key, Path draft) throws IOException {
        String resolved = Files.readString(draft);
        if (Credentials.writtenIn(resolved)) {
            Files.deleteIfExists(file);
            return false;
        }
        Files.writeString(draft, MARK + key + "\n" + resolved);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /**
     * A digest of all that the resolver looks at, but for what the index has. Where the project lies does not matter,
     * unless a requirement names its folder: what is kept may be carried to another checkout of it.
     *
     * @param python the interpreter and the machine, which decide the markers
     */
    static String key(UnlockedInputs inputs, InstallSettings settings, String python, String uv) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path path : inputs.inputFiles()) {
            String digest = Files.isRegularFile(path) ? Digests.sha256(path) : "absent";
            text.append(path).append(' ').append(digest).append('\n');
        }
        text.append(inputs.describe()).append('\n').append(settings.describe());
        text.append('\n').append(python).append('\n').append(uv);
        Requirements requirements = inputs.requirements();
        String folder = String.valueOf(requirements.folder());
        // That line stands in the resolution, too: elsewhere it would install the sources of this checkout.
        boolean named = requirements.read().lines().stream()
                .anyMatch(line -> line.hash() != RequirementLine.Hash.NO_PACKAGE
                        && line.text().contains(folder));
        String keyed = named ? text.toString() : text.toString().replace(folder, ".");
        return Digests.sha256(keyed.getBytes(StandardCharsets.UTF_8));
    }
}
