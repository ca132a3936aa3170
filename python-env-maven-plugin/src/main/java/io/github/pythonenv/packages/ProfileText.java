package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Profiles as JSON, in the form of {@code docs/schemas/profiles-1.0.schema.json}. Read and written token by token: a
 * build that is up to date reads them, and should not wait for the loading of more.
 */
public final class ProfileText {
    private static final String VERSION = "schemaVersion";
    private static final String CURRENT = "1.0";

    private ProfileText() {}

    /**
     * Reads profiles.
     *
     * @throws DamagedProfiles where the text is not in that form
     * @throws UserFailure where it is in a later one
     */
    static List<Profile> read(String text) throws DamagedProfiles {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            Object root = json.nextToken() == JsonToken.START_OBJECT ? object(json) : "";
            if (!(root instanceof Map<?, ?> map) || !(map.get("profiles") instanceof List<?> profiles)) {
                throw new DamagedProfiles("it has no list of profiles");
            }
            requireReadable(map.get(VERSION));
            List<Profile> read = new ArrayList<>();
            for (Object profile : profiles) {
                read.add(profile(profile));
            }
            return List.copyOf(read);
        } catch (JacksonException e) {
            throw new DamagedProfiles(e.getOriginalMessage());
        }
    }

    private static void requireReadable(@Nullable Object version) {
        if (version instanceof String text && !text.startsWith("1.")) {
            throw new UserFailure(
                    "The profiles were written by a later version of python-env, in the form " + text + ".",
                    "Use that version of the plugin here too, or another store (-Dpython-env.home=<folder>).");
        }
    }

    private static Profile profile(Object said) throws DamagedProfiles {
        if (!(said instanceof Map<?, ?> map)) {
            throw new DamagedProfiles("a profile is no object");
        }
        List<Profile.Limit> limits = new ArrayList<>();
        for (Object limit : list(map, "limits")) {
            if (limit instanceof Map<?, ?> one) {
                limits.add(new Profile.Limit(texts(one, "platforms"), text(one, "reason")));
            }
        }
        try {
            return new Profile(
                    text(map, "name"),
                    text(map, "description"),
                    texts(map, "includes"),
                    texts(map, "requirements"),
                    Optional.of(text(map, "accelerator")).filter(word -> !word.isEmpty()),
                    limits);
        } catch (UserFailure e) {
            throw new DamagedProfiles(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            object.put(name, value(json, json.nextToken()));
        }
        return object;
    }

    private static Object value(JsonParser json, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return object(json);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                list.add(value(json, next));
            }
            return list;
        }
        return json.getString();
    }

    /** Writes profiles, as {@link #read} reads them. */
    public static String write(List<Profile> profiles) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty(VERSION, CURRENT);
            json.writeArrayPropertyStart("profiles");
            for (Profile profile : profiles) {
                json.writeRaw("\n");
                write(json, profile);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Profile profile) {
        json.writeStartObject();
        json.writeStringProperty("name", profile.name());
        json.writeStringProperty("description", profile.description());
        list(json, "includes", profile.includes());
        list(json, "requirements", profile.requirements());
        profile.accelerator().ifPresent(word -> json.writeStringProperty("accelerator", word));
        if (!profile.limits().isEmpty()) {
            json.writeArrayPropertyStart("limits");
            for (Profile.Limit limit : profile.limits()) {
                json.writeStartObject();
                list(json, "platforms", limit.platforms());
                json.writeStringProperty("reason", limit.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
