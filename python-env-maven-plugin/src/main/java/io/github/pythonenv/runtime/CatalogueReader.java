package io.github.pythonenv.runtime;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the catalogue's JSON token by token. Binding would be shorter, but loading its classes takes a fifth of a
 * second, which every first build would wait for.
 */
final class CatalogueReader {

    /** It is no catalogue. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String what, Throwable cause) {
            super(what, cause);
        }

        Malformed(String what) {
            super(what);
        }
    }

    private CatalogueReader() {}

    /**
     * Reads all entries.
     *
     * @throws Malformed if it is no catalogue
     */
    static List<Distribution> read(InputStream in) {
        List<Distribution> distributions = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("It is no JSON object.");
            }
            // Only the entries are objects inside the outer one.
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    distributions.add(distribution(json));
                }
            }
        } catch (JacksonException e) {
            throw new Malformed("It is no JSON: " + e.getOriginalMessage(), e);
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
                case START_ARRAY, END_ARRAY -> {
                    // The list of libraries begins or ends.
                }
                default -> throw new Malformed("There is something else than a text or a number in " + values);
            }
        }
        try {
            return distribution(values, libraries);
        } catch (IllegalArgumentException e) {
            throw new Malformed("An entry cannot be understood (" + e.getMessage() + "): " + values, e);
        }
    }

    private static Distribution distribution(Map<String, String> values, List<String> libraries) {
        Optional<String> url = Optional.ofNullable(values.get("url"));
        String sha256 = value(values, "sha256");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new Malformed("An entry's sha256 is not 64 lower-case hexadecimal digits: " + values);
        }
        return new Distribution(
                PythonVersion.parse(value(values, "version")),
                value(values, "platform"),
                url.isPresent() ? Source.STANDALONE : Source.MAVEN,
                url.isPresent() ? new RemoteFile(URI.create(url.get())) : MavenArtifact.parse(value(values, "maven")),
                sha256,
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
            throw new Malformed("An entry has no " + name + ": " + values);
        }
        return value;
    }
}
