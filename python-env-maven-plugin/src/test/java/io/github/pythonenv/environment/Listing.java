package io.github.pythonenv.environment;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is under a folder, with contents, so that two looks can be compared. */
final class Listing {

    private Listing() {}

    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                found.put(folder.relativize(path).toString(), kind(path));
            }
        }
        return found;
    }

    private static String kind(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path) ? "folder" : Digests.sha256(path);
    }
}
