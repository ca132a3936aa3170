package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The note inside an installation that says which distribution it was made from: a properties file, so that reading it
 * loads no parser and asks no catalogue.
 */
final class RuntimeRecord {
    private static final String FILE = "python-env-runtime.properties";

    private RuntimeRecord() {}

    static void write(Distribution distribution, Path home) throws IOException {
        StringBuilder text = new StringBuilder("# Written by python-env when it made this installation.\n");
        line(text, "version", distribution.version().toString());
        line(text, "platform", distribution.platform());
        line(text, "sha256", distribution.sha256());
        line(text, "size", Long.toString(distribution.size()));
        line(text, "source", distribution.source().word());
        if (distribution.source() instanceof MavenSource maven) {
            line(text, "maven", maven.coordinates());
        }
        if (distribution.needs().floor() instanceof Floor.Glibc glibc) {
            line(text, "minGlibc", glibc.toString());
        }
        if (distribution.needs().floor() instanceof Floor.MacOs macOs) {
            line(text, "minMacos", macOs.toString());
        }
        line(text, "libraries", String.join(",", distribution.needs().libraries()));
        Files.writeString(home.resolve(FILE), text, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, String value) {
        // Versions, digests, coordinates, names of libraries: nothing that this format would want escaped in a value.
        text.append(key).append('=').append(value).append('\n');
    }

    /**
     * Reads the note.
     *
     * @param home the root of an installation
     * @return what it was made from; nothing if there is no such note, or one that a later version of ours wrote
     */
    static Optional<Distribution> read(Path home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            String libraries = properties.getProperty("libraries", "");
            return Optional.of(new Distribution(
                    PythonVersion.parse(properties.getProperty("version", "")),
                    properties.getProperty("platform", ""),
                    MavenSource.parse(properties.getProperty("maven", "")),
                    properties.getProperty("sha256", ""),
                    new Needs(
                            Floors.parse(
                                    properties.getProperty("minGlibc", ""), properties.getProperty("minMacos", "")),
                            libraries.isEmpty() ? List.of() : List.of(libraries.split(",", -1))),
                    Long.parseLong(properties.getProperty("size", "0"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
