package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where libraries keep what they download (models, data sets) and uv keeps packages.
 *
 * @param place whose folder it is
 * @param folder the folder; empty unless the place is shared
 */
public record CacheSettings(Place place, Optional<Path> folder) {

    /** Nothing was asked: each library has its own folder in the user's home. */
    public static final CacheSettings NONE = new CacheSettings(Place.USER, Optional.empty());

    /** Whose folder. */
    public enum Place {
        /** Each library's own, in the user's home. */
        USER,
        /** {@code .python-env/caches} beside the environment. */
        PROJECT,
        /** One that several users share: what is made in it is writable by its group. */
        SHARED,
        /** One of this user's own. */
        FOLDER
    }

    /** The folder; none where each library has its own. */
    public Optional<Path> in(Path project) {
        return place == Place.USER
                ? Optional.empty()
                : Optional.of(folder.orElse(project.resolve(".python-env").resolve("caches")));
    }

    /**
     * Reads {@code user}, {@code project}, {@code shared:/a/folder}, or a folder.
     *
     * @param project what a relative folder refers to
     * @throws UserFailure where a shared place has no folder
     */
    public static CacheSettings parse(String text, Path project) {
        String word = text.strip();
        if (word.equalsIgnoreCase("user")) {
            return NONE;
        }
        if (word.equalsIgnoreCase("project")) {
            return new CacheSettings(Place.PROJECT, Optional.empty());
        }
        boolean shared = word.toLowerCase(Locale.ROOT).startsWith("shared");
        String folder = shared ? word.substring("shared".length()).replaceFirst("^:\\s*", "") : word;
        if (folder.isBlank()) {
            throw new UserFailure(
                    "caches is '" + text + "', which names no folder.",
                    "Take user, project, shared:/a/folder, or a folder of your own.");
        }
        Path absolute = project.resolve(folder).toAbsolutePath().normalize();
        return new CacheSettings(shared ? Place.SHARED : Place.FOLDER, Optional.of(absolute));
    }
}
