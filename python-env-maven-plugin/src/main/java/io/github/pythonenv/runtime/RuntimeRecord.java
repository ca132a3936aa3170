package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The note inside an installation that says which distribution it was made from: a properties file, so that reading it
 * loads no parser and asks no catalogue.
 */
final class RuntimeRecord {
    private static final String FILE = "python-env-runtime.properties";

    private RuntimeRecord() {}

    /** Writes the note, and gives its file. */
    static Path write(Distribution distribution, Path home) throws IOException {
        StringBuilder text = new StringBuilder("# Written by python-env when it made this installation.\n");
        DistributionFields.of(distribution).forEach((key, value) -> line(text, key, value));
        return Files.writeString(home.resolve(FILE), text, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, String value) {
        // Of all that stands in these values, only Windows' paths have what this format wants escaped.
        text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n');
    }

    /**
     * Reads the note.
     *
     * @param home the root of an installation
     * @return what it was made from; nothing if there is no such note, or one that a later version of ours wrote
     */
    static Optional<Distribution> read(Path home) {
        try {
            return readFile(home.resolve(FILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads a note by its own path. */
    static Optional<Distribution> readFile(Path note) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> fields = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> fields.put(name, properties.getProperty(name)));
        try {
            return Optional.of(DistributionFields.parse(fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
