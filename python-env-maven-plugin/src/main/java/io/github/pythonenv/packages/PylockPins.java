package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The packages of a PEP 751 lock as a requirements file of exact versions with hashes, so that another index than the
 * one it was made on can serve them. Source: PEP 751, "File Format".
 */
final class PylockPins {

    private PylockPins() {}

    /** @throws UserFailure where the file is no such lock, or a package in it comes from no index */
    static List<String> of(Path file) {
        try {
            JsonNode packages = new TomlMapper().readTree(file).path("packages");
            List<String> lines = new ArrayList<>();
            packages.forEach(locked -> lines.add(line(file, locked)));
            return lines;
        } catch (JacksonException e) {
            throw new UserFailure(
                    file + " is no lock in the format of PEP 751: " + e.getOriginalMessage(),
                    "Make it with a tool that writes pylock.toml, such as uv export --format pylock.toml.",
                    e);
        }
    }

    private static String line(Path file, JsonNode locked) {
        String name = locked.path("name").asString("");
        String version = locked.path("version").asString("");
        List<String> hashes = Stream.concat(locked.path("wheels").valueStream(), Stream.of(locked.path("sdist")))
                .map(artifact -> artifact.path("hashes").path("sha256").asString(""))
                .filter(digest -> !digest.isEmpty())
                .map(digest -> " --hash=sha256:" + digest)
                .toList();
        if (version.isEmpty() || hashes.isEmpty()) {
            throw new UserFailure(
                    file + " locks " + name + " to a place that is no index, and another index is configured.",
                    "Take away the index that is configured (index-url of uv), or lock " + name + " from an index.");
        }
        String marker = locked.path("marker").asString("");
        return name + "==" + version + (marker.isEmpty() ? "" : " ; " + marker) + String.join("", hashes);
    }
}
