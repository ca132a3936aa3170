package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
            return CatalogueReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
