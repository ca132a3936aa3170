package io.github.pythonenv.packages;

import java.util.Map;

/**
 * What the variables of an environment marker stand for. Source: "Dependency specifiers" of the Python packaging
 * specifications, "Environment Markers".
 *
 * @param values by the names of the specification; {@code extra} is none of them
 */
public record MarkerEnvironment(Map<String, String> values) {

    public MarkerEnvironment {
        values = Map.copyOf(values);
    }

    /**
     * The values for a CPython.
     *
     * @param version in full, such as {@code 3.14.3}
     * @param platform the id of the platform, such as {@code linux-x86_64} or {@code linux-aarch64-musl}
     * @param release the system's version
     */
    public static MarkerEnvironment of(String version, String platform, String release) {
        boolean windows = platform.startsWith("windows");
        boolean macos = platform.startsWith("macos");
        boolean arm = platform.contains("aarch64");
        String series = version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
        return new MarkerEnvironment(Map.ofEntries(
                Map.entry("python_version", series),
                Map.entry("python_full_version", version),
                Map.entry("implementation_name", "cpython"),
                Map.entry("implementation_version", version),
                Map.entry("platform_python_implementation", "CPython"),
                Map.entry("os_name", windows ? "nt" : "posix"),
                Map.entry("sys_platform", windows ? "win32" : macos ? "darwin" : "linux"),
                Map.entry("platform_system", windows ? "Windows" : macos ? "Darwin" : "Linux"),
                Map.entry("platform_machine", machine(windows, macos, arm)),
                Map.entry("platform_release", release),
                Map.entry("platform_version", "")));
    }

    private static String machine(boolean windows, boolean macos, boolean arm) {
        if (windows) {
            return arm ? "ARM64" : "AMD64";
        }
        return !arm ? "x86_64" : macos ? "arm64" : "aarch64";
    }
}
