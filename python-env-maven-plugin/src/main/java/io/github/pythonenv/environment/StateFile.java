package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads and writes an {@link EnvironmentState}. The format is Java properties rather than JSON because an up-to-date
 * build reads this file and nothing else: it must not cost the loading of a JSON library.
 */
final class StateFile {

    static final String NAME = ".python-env-state.properties";

    private static final String SCHEMA = "1";

    private StateFile() {}

    /**
     * Reads the state of the environment in {@code directory}.
     *
     * @return empty where there is none, or one that this version cannot read: such an environment is built anew
     */
    static Optional<EnvironmentState> read(Path directory) {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(NAME), StandardCharsets.UTF_8)) {
            text.load(reader);
            return SCHEMA.equals(text.getProperty("schema")) ? Optional.of(parse(text)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    /** The fingerprint that is written in the state file of {@code directory}; empty where there is none. */
    static String fingerprint(Path directory) {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(NAME), StandardCharsets.UTF_8)) {
            text.load(reader);
            return text.getProperty("fingerprint", "");
        } catch (IOException | IllegalArgumentException damaged) {
            return "";
        }
    }

    static void write(Path directory, EnvironmentState state) throws IOException {
        Map<String, String> text = new TreeMap<>();
        text.put("schema", SCHEMA);
        text.put("generation", Long.toString(state.generation()));
        // Milliseconds, since reading a date costs an up-to-date build the loading of all that knows dates.
        text.put("created", Long.toString(state.created().toEpochMilli()));
        text.put("environment", state.environment());
        text.put("project", state.project().toString());
        text.put("why", state.why());
        text.put("fingerprint", state.fingerprint());
        text.put("runtime.name", state.runtime().name());
        text.put("runtime.version", state.runtime().version().toString());
        text.put("runtime.platform", state.runtime().platform());
        text.put("runtime.source", state.runtime().source());
        text.put("runtime.sha256", state.runtime().sha256());
        text.put("runtime.home", state.runtime().home().toString());
        text.put("runtime.executable", state.runtime().executable().toString());
        text.put("uv", state.uv());
        text.put("packages", Integer.toString(state.packages()));
        text.put("entries", String.join("/", state.entries()));
        text.put("settings", state.inputs().settings());
        putNumbered(text, "file.", state.inputs().files());
        putNumbered(text, "tree.", state.inputs().trees());
        state.hold().ifPresent(hold -> text.put("held", String.join("/", hold.asked())));
        // The environment may be in use: whoever reads the file finds the old text or the new one.
        Path draft = directory.resolve(NAME + ".new");
        Files.writeString(draft, print(text));
        Files.move(draft, directory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    private static EnvironmentState parse(Properties text) {
        return new EnvironmentState(
                Long.parseLong(text.getProperty("generation")),
                Instant.ofEpochMilli(Long.parseLong(text.getProperty("created"))),
                text.getProperty("environment"),
                Path.of(text.getProperty("project", "")),
                new Runtime(
                        PythonVersion.parse(text.getProperty("runtime.version")),
                        text.getProperty("runtime.platform"),
                        text.getProperty("runtime.source"),
                        Path.of(text.getProperty("runtime.home")),
                        Path.of(text.getProperty("runtime.executable")),
                        text.getProperty("runtime.sha256"),
                        text.getProperty("runtime.name")),
                text.getProperty("uv"),
                new InputDigests(text.getProperty("settings"), numbered(text, "file."), numbered(text, "tree.")),
                list(text.getProperty("entries")),
                Integer.parseInt(text.getProperty("packages")),
                text.getProperty("why", ""),
                Optional.ofNullable(text.getProperty("held")).map(held -> new Hold(list(held))));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("/"));
    }

    private static void putNumbered(Map<String, String> text, String key, Map<Path, String> digests) {
        int number = 0;
        for (Map.Entry<Path, String> entry : digests.entrySet()) {
            text.put(key + ++number, entry.getValue() + " " + entry.getKey());
        }
    }

    private static Map<Path, String> numbered(Properties text, String key) {
        Map<Path, String> digests = new TreeMap<>();
        for (int number = 1; text.getProperty(key + number) != null; number++) {
            String[] pair = text.getProperty(key + number).split(" ", 2);
            digests.put(Path.of(pair[1]), pair[0]);
        }
        return digests;
    }

    /** As {@link Properties#store} does, but sorted and without the date, so that a diff of two files reads well. */
    private static String print(Map<String, String> text) throws IOException {
        StringBuilder lines = new StringBuilder("# Written by python-env; says what this environment is made from.\n");
        for (Map.Entry<String, String> entry : text.entrySet()) {
            Properties one = new Properties();
            one.setProperty(entry.getKey(), entry.getValue());
            StringWriter writer = new StringWriter();
            one.store(writer, null);
            writer.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> lines.append(line).append('\n'));
        }
        return lines.toString();
    }
}
