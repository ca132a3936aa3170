package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The packages of a PEP 751 lock as a requirements file of exact versions with hashes, so that another index than the
 * one it was made on can serve them. Source: PEP 751, "File Format".
 *
 * @param lines the requirements
 * @param indexes the indexes that it was made on, where it says so
 * @param wheels the addresses of the wheels in it
 */
record PylockPins(List<String> lines, Set<String> indexes, Set<String> wheels) {

    /** @throws UserFailure where the file is no such lock */
    static PylockPins of(Pylock pylock) {
        try {
            JsonNode lock = new TomlMapper().readTree(Files.readString(pylock.file()));
            PylockMarkers markers = PylockMarkers.of(pylock, lock);
            List<String> lines = new ArrayList<>();
            Set<String> indexes = new LinkedHashSet<>();
            Set<String> wheels = new LinkedHashSet<>();
            for (JsonNode locked : lock.path("packages")) {
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
        } catch (JacksonException e) {
            throw new UserFailure(
                    pylock.file() + " is no lock in the format of PEP 751: " + e.getOriginalMessage(),
                    "Make it with a tool that writes pylock.toml, such as uv export --format pylock.toml.",
                    e);
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + pylock.file() + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
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
