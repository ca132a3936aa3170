package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A file that configures uv. Source: uv's documentation, "Configuration files" and "Settings".
 *
 * @param file where it is
 * @param settings what it sets
 */
record UvConfiguration(Path file, JsonNode settings) {

    /** What would make {@code uv pip} install elsewhere, or for another machine, whatever it is told. */
    private static final List<String> REDIRECTING = List.of("target", "prefix", "python-platform", "python-version");

    /**
     * The files of the user and of the machine that uv reads, the strongest first. Files that are not there are among
     * them.
     */
    static List<Path> ofUserAndMachine(Map<String, String> variables) {
        if (variables.containsKey("UV_CONFIG_FILE")) {
            return List.of(Path.of(variables.get("UV_CONFIG_FILE")));
        }
        if (!variables.getOrDefault("UV_NO_CONFIG", "").isEmpty()) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        Stream.of("APPDATA", "PROGRAMDATA").map(variables::get).forEach(folder -> add(folders, folder));
        if (folders.isEmpty()) {
            String home = variables.get("HOME");
            add(folders, variables.getOrDefault("XDG_CONFIG_HOME", home == null ? "" : home + "/.config"));
            for (String folder :
                    variables.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":", -1)) {
                add(folders, folder);
            }
            if (variables.getOrDefault("UV_NO_SYSTEM_CONFIG", "").isEmpty()) {
                add(folders, "/etc");
            }
        }
        return folders.stream().map(folder -> folder.resolve("uv/uv.toml")).toList();
    }

    private static void add(List<Path> folders, @Nullable String folder) {
        if (folder != null && !folder.isBlank()) {
            folders.add(Path.of(folder));
        }
    }

    /** What counts in a project's folder: that of the nearest folder upwards, then the user's and the machine's. */
    static List<UvConfiguration> inForce(Path project, Map<String, String> variables) {
        List<UvConfiguration> found = new ArrayList<>();
        if (!variables.containsKey("UV_CONFIG_FILE")) {
            ofProject(project).ifPresent(found::add);
        }
        ofUserAndMachine(variables).forEach(file -> read(file).ifPresent(found::add));
        return found;
    }

    /** The nearest {@code uv.toml}, or {@code pyproject.toml} with a table {@code tool.uv}. */
    static Optional<UvConfiguration> ofProject(Path project) {
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            Optional<UvConfiguration> own = read(folder.resolve("uv.toml"));
            Optional<UvConfiguration> found = own.isPresent() ? own : ofDefinition(folder.resolve("pyproject.toml"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<UvConfiguration> ofDefinition(Path file) {
        return text(file)
                .filter(text -> text.contains("tool.uv"))
                .map(text -> new UvConfiguration(file, parsed(text).path("tool").path("uv")))
                .filter(read -> read.settings.isObject());
    }

    private static Optional<UvConfiguration> read(Path file) {
        return text(file).map(text -> new UvConfiguration(file, parsed(text)));
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Nothing where it is no TOML: uv reads it as well, and says so. */
    private static JsonNode parsed(String text) {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The index that takes the place of the default one. */
    Optional<String> defaultIndex() {
        for (JsonNode index : settings.path("index")) {
            if (index.path("default").asBoolean(false)) {
                return Optional.of(index.path("url").asString(""));
            }
        }
        return Stream.of(settings.path("index-url"), settings.path("pip").path("index-url"))
                .map(url -> url.asString(""))
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    /** The indexes with a name, but for the default one: URLs by name. */
    Map<String, String> namedIndexes() {
        Map<String, String> named = new LinkedHashMap<>();
        for (JsonNode index : settings.path("index")) {
            if (index.has("name") && !index.path("default").asBoolean(false)) {
                named.put(index.path("name").asString(""), index.path("url").asString(""));
            }
        }
        return named;
    }

    /** All indexes with a name, the default one among them: URLs by name. */
    Map<String, String> allIndexes() {
        Map<String, String> named = new LinkedHashMap<>();
        for (JsonNode index : settings.path("index")) {
            if (index.has("name")) {
                named.put(index.path("name").asString(""), index.path("url").asString(""));
            }
        }
        return named;
    }

    /** @throws UserFailure where it would send packages elsewhere than into the environment */
    void refuseRedirection() {
        for (String name : REDIRECTING) {
            if (settings.path("pip").has(name)) {
                throw new UserFailure(
                        file + " sets " + name + " for uv pip (pip." + name
                                + "): uv would not install what is asked for into the environment.",
                        "Take " + name + " out of that file; give it where you call uv yourself (--" + name + ").");
            }
        }
    }
}
