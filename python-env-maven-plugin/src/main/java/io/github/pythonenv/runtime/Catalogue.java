package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The distributions that are known with their digests. Read when first looked into: most builds never do. */
public final class Catalogue {
    private final Supplier<List<Distribution>> reader;
    private volatile @Nullable List<Distribution> distributions;

    private Catalogue(Supplier<List<Distribution>> reader) {
        this.reader = reader;
    }

    /** The list that comes with the plugin. */
    public static Catalogue builtIn() {
        return new Catalogue(Catalogue::read);
    }

    /** A list of one's own. */
    public static Catalogue of(List<Distribution> distributions) {
        List<Distribution> copy = List.copyOf(distributions);
        return new Catalogue(() -> copy);
    }

    /** All of them, for every platform. */
    public List<Distribution> distributions() {
        List<Distribution> found = distributions;
        if (found == null) {
            found = reader.get();
            distributions = found;
        }
        return found;
    }

    private static List<Distribution> read() {
        try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.json")) {
            if (in == null) {
                throw new IllegalStateException("catalogue.json is missing from the plugin's jar");
            }
            List<Distribution> distributions = new ArrayList<>();
            for (JsonNode entry : new JsonMapper().readTree(in).path("distributions")) {
                distributions.add(distribution(entry));
            }
            return List.copyOf(distributions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Distribution distribution(JsonNode entry) {
        List<String> libraries = new ArrayList<>();
        entry.path("libraries").forEach(library -> libraries.add(library.asString()));
        return new Distribution(
                PythonVersion.parse(entry.path("version").asString()),
                entry.path("platform").asString(),
                MavenSource.parse(entry.path("maven").asString()),
                entry.path("sha256").asString(),
                new Needs(
                        Floors.parse(
                                entry.path("minGlibc").asString(""),
                                entry.path("minMacos").asString("")),
                        libraries),
                entry.path("size").asLong());
    }
}
