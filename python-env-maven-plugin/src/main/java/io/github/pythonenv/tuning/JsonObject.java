package io.github.pythonenv.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A data file of ours, read token by token: an up-to-date build may read one, and loading what binds JSON to objects would
 * take a fifth of a second.
 *
 * @param values texts, lists and objects by their names
 */
record JsonObject(Map<String, Object> values) {

    /** One that lies beside this class. */
    static JsonObject resource(String name) {
        try (InputStream in = JsonObject.class.getResourceAsStream(name);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            return object(json);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static JsonObject object(JsonParser json) {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, value(json));
        }
        return new JsonObject(values);
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            default -> json.getString();
        };
    }

    String text(String name) {
        return (String) get(name);
    }

    JsonObject object(String name) {
        return (JsonObject) get(name);
    }

    List<String> texts(String name) {
        return ((List<?>) get(name)).stream().map(String.class::cast).toList();
    }

    List<JsonObject> objects(String name) {
        return ((List<?>) get(name)).stream().map(JsonObject.class::cast).toList();
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("There is no " + name);
        }
        return value;
    }
}
