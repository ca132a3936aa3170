package io.github.pythonenv.packages;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables of uv by which a user decides which versions are found. Source: uv's documentation, "Environment
 * variables".
 */
final class ResolverVariables {

    private static final Set<String> NAMES = Set.of(
            "UV_DEFAULT_INDEX",
            "UV_INDEX_URL",
            "UV_INDEX",
            "UV_EXTRA_INDEX_URL",
            "UV_FIND_LINKS",
            "UV_NO_INDEX",
            "UV_INDEX_STRATEGY",
            "UV_TORCH_BACKEND",
            "UV_PRERELEASE",
            "UV_RESOLUTION",
            "UV_FORK_STRATEGY",
            "UV_EXCLUDE_NEWER",
            "UV_EXCLUDE",
            "UV_CONSTRAINT",
            "UV_OVERRIDE",
            "UV_BUILD_CONSTRAINT",
            "UV_NO_SOURCES",
            "UV_NO_BINARY",
            "UV_NO_BINARY_PACKAGE",
            "UV_NO_BUILD",
            "UV_NO_BUILD_PACKAGE",
            "UV_CONFIG_FILE",
            "UV_NO_CONFIG");

    private ResolverVariables() {}

    /** The canonical text of those that are set; without credentials, which change and decide nothing. */
    static String describe(Map<String, String> variables) {
        Map<String, String> set = new TreeMap<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (NAMES.contains(variable.getKey()) && !variable.getValue().isEmpty()) {
                set.put(variable.getKey(), Credentials.hidden(variable.getValue()));
            }
        }
        return set.toString();
    }
}
