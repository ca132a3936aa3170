package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder: names with {@code /} to contents, {@code -> target} for links, nothing for folders. */
final class UnpackedTree {
    private UnpackedTree() {}

    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (!Files.exists(root)) {
            return found;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).toList()) {
                found.put(root.relativize(path).toString().replace('\\', '/'), content(path));
            }
        }
        return found;
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path).toString().replace('\\', '/');
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "" : Files.readString(path);
    }
}
