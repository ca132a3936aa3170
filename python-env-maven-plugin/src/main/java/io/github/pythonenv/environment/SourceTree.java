package io.github.pythonenv.environment;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The digest of a local project's sources, for projects that are installed as a copy rather than editable. */
final class SourceTree {

    /** Folders that builds and tools write; hidden folders are left out as well. */
    private static final Set<String> NOT_SOURCE = Set.of("__pycache__", "build", "dist", "target", "node_modules");

    private SourceTree() {}

    /**
     * SHA-256 over the names and contents of all source files under {@code root}, the same on every machine; {@link
     * InputDigests#ABSENT} where there is no such folder. A link counts as the file that it leads to, or as itself.
     *
     * @throws io.github.pythonenv.UserFailure when a file cannot be read
     */
    static String digest(Path root) {
        if (!Files.isDirectory(root)) {
            return InputDigests.ABSENT;
        }
        Map<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(root) && written(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.toString().endsWith(".pyc")) {
                        String name = root.relativize(file).toString().replace('\\', '/');
                        files.put(name, digest(file, attributes));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw InputDigests.unreadable(root, e);
        }
        StringBuilder text = new StringBuilder();
        files.forEach(
                (name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Path file, BasicFileAttributes attributes) throws IOException {
        if (Files.isRegularFile(file)) {
            return Digests.sha256(file);
        }
        return attributes.isSymbolicLink() ? "link to " + Files.readSymbolicLink(file) : "no file";
    }

    private static boolean written(String folder) {
        return folder.startsWith(".") || folder.endsWith(".egg-info") || NOT_SOURCE.contains(folder);
    }
}
