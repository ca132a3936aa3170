package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the catalogue what its origins say. With {@code -Dcatalogue.artifacts=<folder>}, a folder of jars such as a
 * local Maven repository, the digests and sizes of the artifacts in it are compared; with {@code
 * -Dcatalogue.standalone=<file>}, the list of archives that uv's metadata was made into. With {@code
 * -Dcatalogue.write}, what differs is written.
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
        JsonNode list = JSON.readTree(Files.readString(Path.of(origin)));
        JsonNode file = JSON.readTree(Files.readString(RESOURCES.resolve("standalone.json")));
        ObjectNode head = ((ObjectNode) file).put("date", list.get("retrieved").asString());
        String said = file.get("source").asString();
        head.put(
                "source",
                said.replaceFirst(
                        "astral-sh/uv@\\S+ \\S+\\.json", list.get("source").asString()));
        List<ObjectNode> entries = new ArrayList<>();
        list.get("distributions").forEach(one -> entries.add(standalone(one)));

        compare("standalone.json", print(head, entries));
    }

    /** What these archives need is not in the list: the documentation of python-build-standalone says it. */
    private static ObjectNode standalone(JsonNode origin) {
        String version = origin.get("version").asString();
        ObjectNode entry = JSON.createObjectNode();
        for (String name : List.of("version", "platform", "url", "sha256")) {
            entry.put(name, origin.get(name).asString());
        }
        String libc = origin.path("libc").asString("");
        if (libc.equals("gnu")) {
            entry.put("minGlibc", "2.17");
            if (PythonVersion.parse(version).compareTo(new PythonVersion(3, 13, 0)) < 0) {
                entry.putArray("libraries").add("libcrypt.so.1");
            }
        } else if (libc.equals("musl")) {
            entry.put("libc", "musl");
        }
        return entry;
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
