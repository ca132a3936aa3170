package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes in variables of uv. Each is a URL, or a name, an equals sign and a URL; several are separated by spaces. By
 * its name, credentials are given in two further variables. Source: uv's documentation, "Package indexes".
 */
final class IndexNames {

    private IndexNames() {}

    /**
     * An index.
     *
     * @param name empty where it has none
     */
    record Index(String name, String url) {

        static Index parse(String text) {
            int equals = text.indexOf('=');
            int scheme = text.indexOf("://");
            return equals > 0 && (scheme < 0 || equals < scheme)
                    ? new Index(text.substring(0, equals), text.substring(equals + 1))
                    : new Index("", text);
        }

        String text() {
            return name.isEmpty() ? url : name + "=" + url;
        }
    }

    /** Those that variables name, the strongest first. */
    static List<Index> in(Map<String, String> variables) {
        List<Index> indexes = new ArrayList<>();
        Stream.of("UV_INDEX", "UV_DEFAULT_INDEX")
                .map(name -> variables.getOrDefault(name, ""))
                .flatMap(value -> Stream.of(value.strip().split("\\s+")))
                .filter(one -> !one.isEmpty())
                .map(Index::parse)
                .forEach(indexes::add);
        return indexes;
    }

    /** The index with that URL as the variables have it, with its name: else uv would not find its credentials. */
    static String asNamed(String url, Map<String, String> variables) {
        Optional<Index> known = in(variables).stream()
                .filter(index -> IndexInForce.plain(index.url()).equals(IndexInForce.plain(url)))
                .filter(index -> !index.name().isEmpty())
                .findFirst();
        return known.map(index -> new Index(index.name(), url).text()).orElse(url);
    }

    /** The beginning of the two variables with the credentials of an index. */
    static String variable(String name) {
        return "UV_INDEX_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
