package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which default index uv is told to use. Source: uv's documentation, "Package indexes" and "Configuration files".
 *
 * @param url the index; empty where nothing was said, so that a lock's own addresses serve
 */
record IndexInForce(Optional<String> url) {

    /** Variables that name indexes. */
    static final List<String> VARIABLES = List.of(
            "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX");

    private static final Pattern INDEX_URL = Pattern.compile("(?m)^index-url\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern INDEX_TABLE = Pattern.compile("(?m)^\\[\\[index]](?<table>(?:\\R(?!\\[).*)*)");
    private static final Pattern URL = Pattern.compile("(?m)^url\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern DEFAULT = Pattern.compile("(?m)^default\\s*=\\s*true");

    /** @param variables the environment that uv will get, which carries what this plugin was configured with */
    static IndexInForce in(Map<String, String> variables) {
        return new IndexInForce(Stream.of("UV_DEFAULT_INDEX", "UV_INDEX_URL")
                .map(variables::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .or(() -> configurationFiles(variables)
                        .flatMap(file -> inFile(file).stream())
                        .findFirst()));
    }

    /** Whether a lock that was made on these indexes can be installed from the addresses in it. */
    boolean serves(List<String> registries) {
        return url.isEmpty() || registries.stream().anyMatch(registry -> same(registry, url.get()));
    }

    private static boolean same(String registry, String url) {
        // Locks carry no credentials, and both may or may not end in a slash.
        return normal(registry).equals(normal(url));
    }

    private static String normal(String url) {
        return url.replaceFirst("://[^/@]*@", "://").replaceFirst("/+$", "");
    }

    private static Stream<Path> configurationFiles(Map<String, String> variables) {
        if (variables.containsKey("UV_CONFIG_FILE")) {
            return Stream.of(Path.of(variables.get("UV_CONFIG_FILE")));
        }
        Optional<Path> user = Optional.ofNullable(variables.get("XDG_CONFIG_HOME"))
                .or(() -> Optional.ofNullable(variables.get("APPDATA")))
                .map(Path::of)
                .or(() -> Optional.ofNullable(variables.get("HOME")).map(home -> Path.of(home, ".config")));
        return Stream.concat(user.stream(), Stream.of(Path.of("/etc"))).map(folder -> folder.resolve("uv/uv.toml"));
    }

    private static Optional<String> inFile(Path file) {
        try {
            return Files.isRegularFile(file) ? inText(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inText(String toml) {
        Matcher table = INDEX_TABLE.matcher(toml);
        while (table.find()) {
            Matcher url = URL.matcher(table.group("table"));
            if (DEFAULT.matcher(table.group("table")).find() && url.find()) {
                return Optional.of(url.group(1));
            }
        }
        Matcher plain = INDEX_URL.matcher(toml);
        return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
    }
}
