package io.github.pythonenv.packages;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what the user configured for uv and pip on this machine away from them, so that only the project counts. */
public final class Isolation {

    /** What says nothing of which packages are installed: how they are reached, and how fast. */
    private static final Set<String> KEPT = Set.of(
            "UV_CACHE_DIR",
            "UV_SYSTEM_CERTS",
            "UV_NATIVE_TLS",
            "UV_LINK_MODE",
            "UV_HTTP_TIMEOUT",
            "UV_REQUEST_TIMEOUT",
            "UV_HTTP_CONNECT_TIMEOUT",
            "UV_HTTP_RETRIES",
            "UV_CONCURRENT_DOWNLOADS",
            "UV_CONCURRENT_BUILDS",
            "UV_CONCURRENT_INSTALLS",
            "PIP_CACHE_DIR",
            "PIP_CERT",
            "PIP_CLIENT_CERT",
            "PIP_PROXY",
            "PIP_DEFAULT_TIMEOUT",
            "PIP_TIMEOUT",
            "PIP_RETRIES");

    private Isolation() {}

    /**
     * The variables without what the user set in others, and such that their files are not found.
     *
     * @param empty a folder that has no configuration
     */
    public static Map<String, String> of(Map<String, String> variables, Path empty) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeIf(name -> {
            String upper = name.toUpperCase(Locale.ROOT);
            return (upper.startsWith("UV_") || upper.startsWith("PIP_")) && !KEPT.contains(upper);
        });
        rest.put("UV_NO_SYSTEM_CONFIG", "1");
        rest.put("XDG_CONFIG_HOME", empty.toString());
        rest.put("XDG_CONFIG_DIRS", empty.toString());
        rest.put("APPDATA", empty.toString());
        rest.put("PROGRAMDATA", empty.toString());
        // The name that pip knows for no file at all, on each system.
        rest.put("PIP_CONFIG_FILE", File.separatorChar == '\\' ? "nul" : "/dev/null");
        return rest;
    }
}
