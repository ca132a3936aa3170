package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The default index that was set on this machine, by a variable or in a configuration file, over what a lock was made
 * with. Source: uv's documentation, "Package indexes" and "Configuration files".
 *
 * @param url the index; empty where nothing was set, so that a lock's own addresses serve
 */
record IndexInForce(Optional<String> url) {

    /** Variables that name indexes. */
    static final List<String> VARIABLES = List.of(
            "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX");

    /** Stands for the index where none may be asked: no lock was made on it. */
    private static final String NONE = "none";

    /** What is in force where packages may come from folders alone. */
    static IndexInForce in(Path project, Map<String, String> variables, LocalWheels wheels) {
        return wheels.only() ? new IndexInForce(Optional.of(NONE)) : in(project, variables);
    }

    /**
     * @param project the folder of the project, whose own configuration is stronger than the user's
     * @param variables the environment that uv will get, which carries what this plugin was configured with
     */
    static IndexInForce in(Path project, Map<String, String> variables) {
        return new IndexInForce(Stream.of("UV_DEFAULT_INDEX", "UV_INDEX_URL")
                .map(name -> variables.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .or(() -> UvConfiguration.inForce(project, variables).stream()
                        .flatMap(file -> file.defaultIndex().stream())
                        .findFirst()));
    }

    /** Whether any index may be asked. */
    boolean asks() {
        return !url.equals(Optional.of(NONE));
    }

    /** Whether a lock that was made on these indexes can be installed from the addresses in it. */
    boolean serves(Collection<String> registries) {
        return url.isEmpty() || registries.isEmpty() || registries.stream().anyMatch(this::is);
    }

    private boolean is(String registry) {
        return url.isPresent() && plain(registry).equals(plain(url.get()));
    }

    /** Without what may differ between two spellings of one index: credentials, a name and the slash at the end. */
    static String plain(String url) {
        return url.replaceFirst("^[\\w-]+=", "")
                .replaceFirst("://[^/@]*@", "://")
                .replaceFirst("/+$", "");
    }
}
