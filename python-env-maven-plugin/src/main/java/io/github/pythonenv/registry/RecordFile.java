package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.KeptFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file with one list of flat objects, whose values are texts. Read and written token by token, since a build
 * that makes an environment writes two of them and would wait for the loading of more. Readers need no lock: the file is
 * replaced as a whole.
 *
 * @param file there or not
 * @param list the name of the list
 */
record RecordFile(Path file, String list) {
    private static final String VERSION = "schemaVersion";
    private static final String CURRENT = "1.0";

    /**
     * All entries; none if there is no file.
     *
     * @throws DamagedFile if it is not what we write
     * @throws UserFailure if a later version of the plugin wrote it in another form
     * @throws IOException if it cannot be read
     */
    List<Map<String, String>> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            return read(json);
        } catch (JacksonException e) {
            throw new DamagedFile(e.getOriginalMessage(), e);
        }
    }

    /** Whether an entry has a value under that key, as far as can be told without reading it all. */
    boolean mentions(String key) {
        try {
            return Files.exists(file)
                    && Files.readString(file, StandardCharsets.UTF_8).contains('"' + key + '"');
        } catch (IOException e) {
            return true;
        }
    }

    private List<Map<String, String>> read(JsonParser json) throws DamagedFile {
        require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
        List<Map<String, String>> entries = new ArrayList<>();
        boolean whole = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(VERSION)) {
                requireReadable(json.getString());
            } else if (name.equals(list) && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    entries.add(entry(json));
                }
                require(json.currentToken() == JsonToken.END_ARRAY, "its list holds something else than objects");
                whole = true;
            } else {
                json.skipChildren();
            }
        }
        require(whole, "it has no list of " + list);
        return entries;
    }

    private static Map<String, String> entry(JsonParser json) {
        Map<String, String> entry = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                entry.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
        return entry;
    }

    private void requireReadable(String version) {
        if (!version.startsWith("1.")) {
            throw new UserFailure(
                    file + " was written by a later version of python-env, in the form " + version + ".",
                    "Use that version of the plugin here too, or another store (-Dpython-env.home=<folder>).");
        }
    }

    private static void require(boolean condition, String otherwise) throws DamagedFile {
        if (!condition) {
            throw new DamagedFile(otherwise);
        }
    }

    /** Replaces the file, all at once. Call it under a lock, or another writer's entries are lost. */
    void write(List<Map<String, String>> entries) throws IOException {
        new KeptFile(file).write(text(entries));
    }

    /**
     * Gives a damaged file another name, so that nothing that a person may want to look at is lost.
     *
     * @param now tells it from others
     * @return its new name
     */
    Path setAside(Instant now) throws IOException {
        return new KeptFile(file).setAside(now);
    }

    private String text(List<Map<String, String>> entries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty(VERSION, CURRENT);
            json.writeArrayPropertyStart(list);
            for (Map<String, String> entry : entries) {
                json.writeRaw("\n");
                json.writeStartObject();
                entry.forEach((name, value) -> property(json, name, value));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void property(JsonGenerator json, String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            json.writeBooleanProperty(name, Boolean.parseBoolean(value));
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
