package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the catalogue what its origins say. With {@code -Dcatalogue.artifacts=<folder>}, a folder of jars such as a
 * local Maven repository, the digests and sizes of the artifacts in it are compared; with {@code
 * -Dcatalogue.standalone=<file>}, the list of archives that uv has in its sources, {@code
 * crates/uv-python/download-metadata.json}; {@code -Dcatalogue.revision=<commit>} says of which commit it is. With
 * {@code -Dcatalogue.write}, what differs is written.
 */
class CatalogueUpkeepTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", ""), "src/main/resources/io/github/pythonenv/runtime");

    @Test
    void isWrittenInOneForm() throws IOException {
        for (String name : List.of("catalogue.json", "standalone.json")) {
            JsonNode file = JSON.readTree(Files.readString(RESOURCES.resolve(name)));

            assertThat(print(file, entries(file))).as(name).isEqualTo(Files.readString(RESOURCES.resolve(name)));
        }
    }

    @Test
    void saysOfArtifactsWhatTheyAre() throws IOException {
        Path folder = Path.of(System.getProperty("catalogue.artifacts", RealArchives.FOLDER.toString()));
        assumeTrue(Files.isDirectory(folder), "no artifacts to compare with");
        JsonNode file = JSON.readTree(Files.readString(RESOURCES.resolve("catalogue.json")));
        List<ObjectNode> entries = entries(file);
        for (ObjectNode entry : entries) {
            Optional<Path> jar =
                    find(folder, MavenArtifact.parse(entry.get("maven").asString()));
            if (jar.isPresent()) {
                entry.put("sha256", Digests.sha256(jar.get()));
                entry.put("size", Files.size(jar.get()));
            }
        }

        compare("catalogue.json", print(file, entries));
    }

    @Test
    void saysOfStandaloneArchivesWhatItsOriginSays() throws IOException {
        String origin = System.getProperty("catalogue.standalone");
        assumeTrue(origin != null, "no list of archives to compare with");
        ObjectNode file = (ObjectNode) JSON.readTree(Files.readString(RESOURCES.resolve("standalone.json")));

        List<ObjectNode> entries =
                new StandaloneList(JSON.readTree(Files.readString(Path.of(origin)))).entries(versions(file));

        String revision = System.getProperty("catalogue.revision");
        if (revision != null) {
            file.put(
                    "source",
                    file.get("source").asString().replaceFirst("astral-sh/uv@\\S+", "astral-sh/uv@" + revision));
            file.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        }
        compare("standalone.json", print(file, entries));
    }

    /** What is asked of the list, on one that is small. */
    @Test
    void takesTheNewestOfEachSeriesAndWhatWasThere() {
        JsonNode list = JSON.readTree("""
                {
                  "a": %s, "b": %s, "c": %s, "d": %s, "e": %s, "f": %s, "g": %s, "h": %s
                }
                """.formatted(
                        listed("x86_64", "v3", "linux", "gnu", 3, 14, 9, "", null, "a"),
                        listed("x86_64", null, "linux", "gnu", 3, 14, 9, "", null, "b"),
                        listed("aarch64", null, "linux", "musl", 3, 14, 9, "", null, "c"),
                        listed("aarch64", null, "darwin", "none", 3, 14, 9, "", "freethreaded", "d"),
                        listed("aarch64", null, "darwin", "none", 3, 12, 2, "", null, "e"),
                        listed("aarch64", null, "darwin", "none", 3, 12, 1, "", null, "f"),
                        listed("x86_64", null, "windows", "none", 3, 15, 0, "rc1", null, "g"),
                        listed("x86_64", null, "windows", "none", 3, 9, 25, "", null, "h")));

        List<ObjectNode> entries = new StandaloneList(list).entries(Set.of(PythonVersion.parse("3.12.1")));

        assertThat(entries.stream().map(JsonNode::toString)).containsExactly("""
                        {"version":"3.14.9","platform":"linux-aarch64","url":"https://example.org/c",\
                        "sha256":"c","libc":"musl"}""", """
                        {"version":"3.14.9","platform":"linux-x86_64","url":"https://example.org/b",\
                        "sha256":"b","minGlibc":"2.17"}""", """
                        {"version":"3.12.2","platform":"macos-aarch64","url":"https://example.org/e","sha256":"e"}""", """
                        {"version":"3.12.1","platform":"macos-aarch64","url":"https://example.org/f","sha256":"f"}""");
    }

    private static String listed(
            String cpu,
            @Nullable String feature,
            String os,
            String libc,
            int major,
            int minor,
            int patch,
            String prerelease,
            @Nullable String variant,
            String name) {
        return """
                {"name": "cpython", "arch": {"family": "%s", "variant": %s}, "os": "%s", "libc": "%s", "major": %d,
                 "minor": %d, "patch": %d, "prerelease": "%s", "url": "https://example.org/%s", "sha256": "%s",
                 "variant": %s}
                """.formatted(
                        cpu, quoted(feature), os, libc, major, minor, patch, prerelease, name, name, quoted(variant));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static Set<PythonVersion> versions(JsonNode file) {
        return entries(file).stream()
                .map(entry -> PythonVersion.parse(entry.get("version").asString()))
                .collect(Collectors.toSet());
    }

    private static void compare(String name, String expected) throws IOException {
        if (System.getProperty("catalogue.write") != null) {
            Files.writeString(RESOURCES.resolve(name), expected);
        }
        assertThat(Files.readString(RESOURCES.resolve(name))).isEqualTo(expected);
    }

    private static Optional<Path> find(Path folder, MavenArtifact artifact) {
        String name = String.join("-", artifact.artifactId(), artifact.version(), artifact.classifier()) + ".jar";
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectNode> entries(JsonNode file) {
        List<ObjectNode> entries = new ArrayList<>();
        file.get("distributions").forEach(entry -> entries.add((ObjectNode) entry));
        return entries;
    }

    /** A value a line, so that a difference between two versions of the file can be read. */
    private static String print(JsonNode head, List<ObjectNode> entries) {
        StringBuilder text = new StringBuilder("{\n");
        for (String name : List.of("source", "date")) {
            text.append("  \"%s\": %s,%n".formatted(name, head.get(name)).replace("\r", ""));
        }
        text.append("  \"distributions\": [\n");
        List<String> printed = new ArrayList<>();
        for (ObjectNode entry : entries) {
            Map<String, String> values = new LinkedHashMap<>();
            entry.properties()
                    .forEach(value -> values.put(
                            value.getKey(), value.getValue().toString().replace("\",\"", "\", \"")));
            List<String> lines = new ArrayList<>();
            values.forEach((name, value) -> lines.add("      \"" + name + "\": " + value));
            printed.add("    {\n" + String.join(",\n", lines) + "\n    }");
        }
        return text.append(String.join(",\n", printed)).append("\n  ]\n}\n").toString();
    }

    /** The plugin reads what stands here. */
    @Test
    void isWhatThePluginReads() throws IOException {
        for (String name : List.of("catalogue.json", "standalone.json")) {
            JsonNode file = JSON.readTree(Files.readString(RESOURCES.resolve(name)));
            try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
                assertThat(CatalogueReader.read(in)).hasSameSizeAs(entries(file));
            }
        }
    }
}
