package io.github.pythonenv.configuration;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token, so that each value knows its line, and no classes for binding are loaded. */
final class WrittenJson {

    private final Path file;
    private final JsonParser json;

    private WrittenJson(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads a file that holds one JSON object.
     *
     * @throws UserFailure where it cannot be read or is no such JSON, with line and column
     */
    static Written.Fields read(Path file) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            return new WrittenJson(file, json).document();
        } catch (JacksonException e) {
            throw new UserFailure(
                    file + " is no JSON: " + place(e.getLocation()) + ": " + e.getOriginalMessage(),
                    "Correct it there. JSON knows no comments, no trailing commas and only \"double\" quotes.",
                    e);
        } catch (IOException e) {
            throw new UserFailure(
                    file + " cannot be read: " + FileFault.why(e) + ".",
                    "It has to be UTF-8 text that this user may read.",
                    e);
        }
    }

    private Written.Fields document() {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw refused("a configuration is one JSON object, in { and }");
        }
        Written.Fields fields = fields();
        if (json.nextToken() != null) {
            throw refused("something follows the end of the object");
        }
        return fields;
    }

    private Written value() {
        String place = place(json.currentTokenLocation());
        return switch (json.currentToken()) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new Written.Text(json.getString(), Written.Form.STRING, place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Written.Text(json.getString(), Written.Form.NUMBER, place);
            case VALUE_TRUE, VALUE_FALSE -> new Written.Text(json.getString(), Written.Form.BOOLEAN, place);
            default -> throw refused("null says nothing; leave the key away instead");
        };
    }

    private Written.Items items(String place) {
        List<Written> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Written.Items(items, place);
    }

    private Written.Fields fields() {
        String place = place(json.currentTokenLocation());
        Map<String, Written> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (fields.containsKey(name)) {
                throw refused("\"" + name + "\" is there twice");
            }
            json.nextToken();
            fields.put(name, value());
        }
        return new Written.Fields(fields, place);
    }

    private UserFailure refused(String why) {
        return new UserFailure(
                file + ", " + place(json.currentTokenLocation()) + ": " + why + ".", "Correct the file there.");
    }

    private static String place(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
