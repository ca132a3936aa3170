package io.github.pythonenv.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What packages of conda are called on the Python index.
 *
 * @param own what the user says; an empty name leaves a package out
 * @param renamed what has another name there
 * @param same what has the same
 * @param ofPython what every Python has anyway
 */
record CondaNames(Map<String, String> own, Map<String, String> renamed, Set<String> same, Set<String> ofPython) {

    /** With what comes with the plugin. */
    static CondaNames with(Map<String, String> own) {
        Properties table = new Properties();
        try (InputStream resource = CondaNames.class.getResourceAsStream("conda-names.properties")) {
            table.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> renamed = new HashMap<>();
        for (String key : table.stringPropertyNames()) {
            if (key.startsWith("renamed.")) {
                renamed.put(key.substring("renamed.".length()), table.getProperty(key));
            }
        }
        Map<String, String> normalized = new HashMap<>();
        own.forEach((conda, name) -> normalized.put(PackageName.normal(conda), name.strip()));
        return new CondaNames(normalized, renamed, names(table, "same"), names(table, "python"));
    }

    private static Set<String> names(Properties table, String key) {
        Set<String> names = new HashSet<>();
        for (String name : table.getProperty(key, "").strip().split("\\s+", -1)) {
            names.add(PackageName.normal(name));
        }
        return names;
    }

    /** Whether nothing is to be installed for it. */
    boolean leftOut(String conda) {
        String name = PackageName.normal(conda);
        String said = own.get(name);
        return said == null ? ofPython.contains(name) : said.isEmpty();
    }

    /** Its name there; nothing where nobody knows. */
    Optional<String> of(String conda) {
        String name = PackageName.normal(conda);
        if (own.containsKey(name)) {
            return Optional.ofNullable(own.get(name)).filter(said -> !said.isEmpty());
        }
        return Optional.ofNullable(renamed.get(name))
                .or(() -> same.contains(name) ? Optional.of(name.toLowerCase(Locale.ROOT)) : Optional.empty());
    }
}
