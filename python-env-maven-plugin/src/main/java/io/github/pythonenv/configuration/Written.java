package io.github.pythonenv.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a configuration as a person wrote it, in JSON or in a POM, before anybody knows what it means. */
public sealed interface Written {

    /** Where it stands, for a person: {@code line 3, column 5}. */
    String place();

    /** How JSON spells a value; in a POM everything is text. */
    enum Form {
        STRING,
        NUMBER,
        BOOLEAN,
        ANY
    }

    /** One value. */
    record Text(String text, Form form, String place) implements Written {}

    /** Values in order. */
    record Items(List<Written> items, String place) implements Written {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Values by name, in order. */
    record Fields(Map<String, Written> fields, String place) implements Written {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
