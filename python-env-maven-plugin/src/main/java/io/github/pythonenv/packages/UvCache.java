package io.github.pythonenv.packages;

import io.github.pythonenv.platform.Host;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where uv keeps what it has fetched. Source: uv's documentation, "Caching" (Cache directory), "Storage" (the XDG folders,
 * on macOS too) and "Environment variables"; which words are no, says clap's {@code BoolishValueParser}.
 */
public final class UvCache {

    private static final Set<String> NO = Set.of("n", "no", "f", "false", "off", "0");

    private UvCache() {}

    /**
     * The folder; nothing where the variable {@code UV_NO_CACHE} tells uv to keep nothing.
     *
     * @param project whose configuration of uv counts
     */
    public static Optional<Path> folder(Path project, Host host) {
        Map<String, String> variables = host.environment();
        if (set(variables, "UV_NO_CACHE")
                .filter(word -> !NO.contains(word.strip().toLowerCase(Locale.ROOT)))
                .isPresent()) {
            return Optional.empty();
        }
        return set(variables, "UV_CACHE_DIR")
                .map(project::resolve)
                .or(() -> configured(project, variables))
                .or(() -> Optional.of(usual(host)));
    }

    private static Optional<Path> configured(Path project, Map<String, String> variables) {
        return UvConfiguration.inForce(project, variables).stream()
                .flatMap(file -> Optional.of(file.settings().path("cache-dir").asString("")).stream()
                        .filter(text -> !text.isEmpty())
                        .map(text -> file.file().resolveSibling(text)))
                .findFirst();
    }

    private static Path usual(Host host) {
        if (host.platform().windows()) {
            return set(host.environment(), "LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(host.userHome().resolve("AppData").resolve("Local"))
                    .resolve("uv")
                    .resolve("cache");
        }
        return set(host.environment(), "XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(host.userHome().resolve(".cache"))
                .resolve("uv");
    }

    private static Optional<String> set(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
