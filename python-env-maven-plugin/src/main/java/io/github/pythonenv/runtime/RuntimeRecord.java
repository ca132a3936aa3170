package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
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

    /** Writes the note, and gives its file. */
    static Path write(Distribution distribution, Path home) throws IOException {
        StringBuilder text = new StringBuilder("# Written by python-env when it made this installation.\n");
        line(text, "version", distribution.version().toString());
        line(text, "platform", distribution.platform());
        line(text, "sha256", distribution.sha256());
        line(text, "size", Long.toString(distribution.size()));
        line(text, "source", distribution.source().word());
        line(text, originKey(distribution.origin()), distribution.origin().toString());
        if (distribution.needs().floor() instanceof Floor.Glibc glibc) {
            line(text, "minGlibc", glibc.toString());
        }
        if (distribution.needs().floor() instanceof Floor.Musl) {
            line(text, "libc", "musl");
        }
        if (distribution.needs().floor() instanceof Floor.MacOs macOs) {
            line(text, "minMacos", macOs.toString());
        }
        line(text, "libraries", String.join(",", distribution.needs().libraries()));
        return Files.writeString(home.resolve(FILE), text, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, String value) {
        // Of all that stands in these values, only Windows' paths have what this format wants escaped.
        text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n');
    }

    private static String originKey(Origin origin) {
        if (origin instanceof MavenArtifact) {
            return "maven";
        }
        return origin instanceof RemoteFile ? "url" : "file";
    }

    private static Origin origin(Properties properties) {
        String url = properties.getProperty("url");
        if (url != null) {
            return new RemoteFile(URI.create(url));
        }
        String file = properties.getProperty("file");
        return file != null ? new LocalFile(Path.of(file)) : MavenArtifact.parse(properties.getProperty("maven", ""));
    }

    /**
     * Reads the note.
     *
     * @param home the root of an installation
     * @return what it was made from; nothing if there is no such note, or one that a later version of ours wrote
     */
    static Optional<Distribution> read(Path home) {
        try {
            return readFile(home.resolve(FILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads a note by its own path. */
    static Optional<Distribution> readFile(Path note) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        try {
            String libraries = properties.getProperty("libraries", "");
            return Optional.of(new Distribution(
                    PythonVersion.parse(properties.getProperty("version", "")),
                    properties.getProperty("platform", ""),
                    Source.named(properties.getProperty("source", "")).orElseThrow(IllegalArgumentException::new),
                    origin(properties),
                    properties.getProperty("sha256", ""),
                    new Needs(
                            Floors.parse(
                                    properties.getProperty("minGlibc", ""),
                                    properties.getProperty("minMacos", ""),
                                    properties.getProperty("libc", "")),
                            libraries.isEmpty() ? List.of() : List.of(libraries.split(",", -1))),
                    Long.parseLong(properties.getProperty("size", "0"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
