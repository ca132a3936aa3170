package io.github.pythonenv.packaging;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The entries below one folder. A link that leads to somewhere inside stays one; of any other, which a link mode of uv
 * makes, what it leads to is taken.
 */
final class TreeFiles {

    /** Bytecode is made anew, and the rest never belongs to a package. */
    private static final Set<String> CACHES =
            Set.of("__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".ipynb_checkpoints", ".hypothesis");

    private final Part part;
    private final Path root;

    TreeFiles(Part part, Path root) {
        this.part = part;
        this.root = root;
    }

    /**
     * Finds them.
     *
     * @param taken which to take, by their path below the folder, with slashes
     * @return by the same paths, sorted
     */
    Map<String, TreeEntry> find(Predicate<String> taken) throws IOException {
        Map<String, TreeEntry> found = new TreeMap<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return CACHES.contains(String.valueOf(folder.getFileName())) || !taken.test(name(folder) + "/")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(file);
                if (!taken.test(name) || name.endsWith(".pyc")) {
                    return FileVisitResult.CONTINUE;
                }
                if (attributes.isSymbolicLink()) {
                    link(name, file, found);
                } else if (attributes.isRegularFile()) {
                    found.put(name, content(file));
                } else {
                    throw new IOException(file + " is neither a file, a folder nor a link");
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private void link(String name, Path link, Map<String, TreeEntry> found) throws IOException {
        Path target = Files.readSymbolicLink(link);
        if (!target.isAbsolute() && link.resolveSibling(target).normalize().startsWith(root)) {
            found.put(name, new TreeEntry.Link(part, target.toString()));
        } else if (Files.isRegularFile(link)) {
            found.put(name, content(link));
        } else if (Files.isDirectory(link)) {
            new TreeFiles(part, link.toRealPath())
                    .find(below -> true)
                    .forEach((below, entry) -> found.put(name + "/" + below, entry));
        } else {
            throw new IOException(link + " leads to nothing: " + target);
        }
    }

    private TreeEntry content(Path file) {
        return new TreeEntry.Content(part, file, Files.isExecutable(file));
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Whether there is such a folder, itself no link. */
    static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }
}
