package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The packages of a PEP 751 lock as a requirements file of exact versions with hashes, so that another index than the
 * one it was made on can serve them. Source: PEP 751, "File Format".
 *
 * @param lines the requirements
 * @param indexes the indexes that it was made on, where it says so
 * @param wheels the addresses of the wheels in it
 */
record PylockPins(List<String> lines, Set<String> indexes, Set<String> wheels) {

    static PylockPins of(PylockFile file) {
        PylockMarkers markers = PylockMarkers.of(file);
        List<String> lines = new ArrayList<>();
        Set<String> indexes = new LinkedHashSet<>();
        Set<String> wheels = new LinkedHashSet<>();
        for (JsonNode locked : file.contents().path("packages")) {
            String marker = markers.resolved(locked.path("marker").asString(""));
            lines.add(requirement(locked) + (marker.isEmpty() ? "" : " ; " + marker) + hashes(locked));
            locked.path("wheels")
                    .valueStream()
                    .forEach(wheel -> wheels.add(wheel.path("url").asString("")));
            if (locked.has("index")) {
                indexes.add(locked.path("index").asString(""));
            }
        }
        return new PylockPins(List.copyOf(lines), indexes, wheels);
    }

    private static String requirement(JsonNode locked) {
        String name = locked.path("name").asString("");
        if (locked.has("directory")) {
            JsonNode folder = locked.path("directory");
            return (folder.path("editable").asBoolean(false) ? "-e " : "")
                    + folder.path("path").asString("");
        }
        if (locked.has("vcs")) {
            JsonNode vcs = locked.path("vcs");
            return name + " @ " + vcs.path("type").asString("git") + "+" + place(vcs) + "@"
                    + vcs.path("commit-id").asString("") + subdirectory(vcs);
        }
        if (locked.has("archive")) {
            return name + " @ " + place(locked.path("archive")) + subdirectory(locked.path("archive"));
        }
        return name + "==" + locked.path("version").asString("");
    }

    private static String place(JsonNode source) {
        String path = source.path("path").asString("");
        return path.isEmpty() ? source.path("url").asString("") : path;
    }

    private static String subdirectory(JsonNode source) {
        String folder = source.path("subdirectory").asString("");
        return folder.isEmpty() ? "" : "#subdirectory=" + folder;
    }

    private static String hashes(JsonNode locked) {
        Stream<JsonNode> files = Stream.concat(
                locked.path("wheels").valueStream(), Stream.of(locked.path("sdist"), locked.path("archive")));
        return files.map(file -> file.path("hashes"))
                .flatMap(hashes -> hashes.propertyStream()
                        .map(hash -> " --hash=" + hash.getKey() + ":"
                                + hash.getValue().asString("")))
                .distinct()
                .reduce("", String::concat);
    }
}
