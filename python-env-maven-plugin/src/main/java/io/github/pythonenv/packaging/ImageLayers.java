package io.github.pythonenv.packaging;

import io.github.pythonenv.image.Layer;
import io.github.pythonenv.image.LayerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a tree as layers that change apart: an interpreter is the same for years of builds, packages for as long as the
 * lock is, and code changes with every commit. Each has the bytecode of its own modules.
 */
final class ImageLayers {

    private static final Pattern COMPILED = Pattern.compile("(.*/)?__pycache__/([^/]+)[.]cpython-\\d+[.]pyc");

    private final PackageRequest request;
    private final String folder;
    private final Map<Part, Map<String, TreeEntry>> trees = new EnumMap<>(Part.class);
    private final Map<Part, ArchiveFile> files = new EnumMap<>(Part.class);

    /** @param folder that the tree has in the image, relative to its root, with a slash at the end */
    ImageLayers(PackageRequest request, String folder, Map<String, TreeEntry> tree) {
        this.request = request;
        this.folder = folder;
        tree.forEach((name, entry) -> trees.computeIfAbsent(part(name, tree), part -> new TreeMap<>())
                .put(name, entry));
        trees.keySet().forEach(part -> files.put(part, new ArchiveFile(request)));
    }

    private static Part part(String name, Map<String, TreeEntry> tree) {
        TreeEntry source = tree.get(COMPILED.matcher(name).replaceFirst("$1$2.py"));
        TreeEntry entry = tree.get(name);
        return (source == null ? entry : source).part();
    }

    /** Writes them, side by side. From the lowest on. */
    List<Layer> write() throws IOException {
        Path scratch = Files.createDirectories(request.scratch().resolve("layers"));
        try {
            return trees.entrySet().parallelStream()
                    .map(one -> LayerFile.write(
                            one.getKey().label(),
                            scratch.resolve(one.getKey().name()),
                            writer -> files.get(one.getKey()).write(one.getValue(), folder, writer)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Files that name folders of this machine, by their names in the image. */
    List<String> traces() {
        List<String> traces = new ArrayList<>();
        files.values().forEach(file -> traces.addAll(file.traces()));
        return traces;
    }
}
