package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What is known of the same place, where another digest is known: of one address there are not two archives. */
    Optional<Distribution> contradicting(Distribution claimed) {
        return distributions().stream()
                .filter(known -> known.origin().equals(claimed.origin())
                        && !known.sha256().equals(claimed.sha256()))
                .findFirst();
    }

    /**
     * A list of one's own, in a file.
     *
     * @param file in the form of those that come with the plugin
     */
    public static Catalogue in(Path file) {
        return new Catalogue(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                return CatalogueReader.read(in);
            } catch (IOException | CatalogueReader.Malformed e) {
                throw new UserFailure(
                        "The catalogue " + file + " cannot be read: " + FileFault.why(e) + ".",
                        "Correct <catalogue> (-Dpython-env.catalogue=…), or leave it away for the plugin's own.",
                        e);
            }
        });
    }

    private static List<Distribution> read() {
        List<Distribution> all = new ArrayList<>(read("standalone.json"));
        all.addAll(read("catalogue.json"));
        return List.copyOf(all);
    }

    private static List<Distribution> read(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the plugin's jar");
            }
            return CatalogueReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
