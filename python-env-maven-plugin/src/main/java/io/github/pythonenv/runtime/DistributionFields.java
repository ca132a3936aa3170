package io.github.pythonenv.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A distribution as names and values, for files that people read. */
public final class DistributionFields {
    private DistributionFields() {}

    /** What tells everything of it, in a fixed order; what is empty or unknown is left out. */
    public static Map<String, String> of(Distribution distribution) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", distribution.version().toString());
        fields.put("platform", distribution.platform());
        Floor floor = distribution.needs().floor();
        if (floor instanceof Floor.Musl) {
            fields.put("libc", "musl");
        }
        fields.put("source", distribution.source().word());
        fields.put(key(distribution.origin()), distribution.origin().toString());
        fields.put("sha256", distribution.sha256());
        if (distribution.size() > 0) {
            fields.put("size", Long.toString(distribution.size()));
        }
        if (floor instanceof Floor.Glibc glibc) {
            fields.put("minGlibc", glibc.toString());
        }
        if (floor instanceof Floor.MacOs macOs) {
            fields.put("minMacos", macOs.toString());
        }
        if (!distribution.needs().libraries().isEmpty()) {
            fields.put("libraries", String.join(",", distribution.needs().libraries()));
        }
        return fields;
    }

    /**
     * Reads what {@link #of} gives.
     *
     * @throws IllegalArgumentException if something is missing or malformed
     */
    public static Distribution parse(Map<String, String> fields) {
        String libraries = fields.getOrDefault("libraries", "");
        String sha256 = fields.getOrDefault("sha256", "");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256: '" + sha256 + "'");
        }
        return new Distribution(
                PythonVersion.parse(fields.getOrDefault("version", "")),
                fields.getOrDefault("platform", ""),
                Source.named(fields.getOrDefault("source", ""))
                        .orElseThrow(() -> new IllegalArgumentException("no source: " + fields.get("source"))),
                origin(fields),
                sha256,
                new Needs(
                        Floors.parse(
                                fields.getOrDefault("minGlibc", ""),
                                fields.getOrDefault("minMacos", ""),
                                fields.getOrDefault("libc", "")),
                        libraries.isEmpty() ? List.of() : List.of(libraries.split(",", -1))),
                Long.parseLong(fields.getOrDefault("size", "0")));
    }

    private static String key(Origin origin) {
        if (origin instanceof MavenArtifact) {
            return "maven";
        }
        return origin instanceof RemoteFile ? "url" : "file";
    }

    private static Origin origin(Map<String, String> fields) {
        String url = fields.get("url");
        if (url != null) {
            return new RemoteFile(URI.create(url));
        }
        String file = fields.get("file");
        return file != null ? new LocalFile(Path.of(file)) : MavenArtifact.parse(fields.getOrDefault("maven", ""));
    }
}
