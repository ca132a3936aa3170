package io.github.pythonenv.runtime;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the catalogue's JSON token by token. Binding would be shorter, but loading its classes takes a fifth of a
 * second, which every first build would wait for.
 */
final class CatalogueReader {
    private CatalogueReader() {}

    static List<Distribution> read(InputStream in) {
        List<Distribution> distributions = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            // Only the entries are objects inside the outer one.
            json.nextToken();
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    distributions.add(distribution(json));
                }
            }
        }
        return List.copyOf(distributions);
    }

    private static Distribution distribution(JsonParser json) {
        Map<String, String> values = new HashMap<>();
        List<String> libraries = new ArrayList<>();
        String name = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            switch (json.currentToken()) {
                case PROPERTY_NAME -> name = json.currentName();
                case VALUE_STRING, VALUE_NUMBER_INT -> {
                    if (name.equals("libraries")) {
                        libraries.add(json.getString());
                    } else {
                        values.put(name, json.getString());
                    }
                }
                default -> {
                    // The list of libraries begins or ends.
                }
            }
        }
        return new Distribution(
                PythonVersion.parse(value(values, "version")),
                value(values, "platform"),
                values.containsKey("url") ? Source.STANDALONE : Source.MAVEN,
                values.containsKey("url")
                        ? new RemoteFile(URI.create(value(values, "url")))
                        : MavenArtifact.parse(value(values, "maven")),
                value(values, "sha256"),
                new Needs(
                        Floors.parse(
                                values.getOrDefault("minGlibc", ""),
                                values.getOrDefault("minMacos", ""),
                                values.getOrDefault("libc", "")),
                        libraries),
                Long.parseLong(values.getOrDefault("size", "0")));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("An entry of the catalogue has no " + name + ": " + values);
        }
        return value;
    }
}
