package io.github.pythonenv.packaging;

import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.image.Layer;
import io.github.pythonenv.image.LayerFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a tree as layers that change apart: an interpreter is the same for years of builds, packages for as long as the
 * lock is, and code changes with every commit. Each has the bytecode of its own modules.
 */
final class ImageLayers {

    private static final Pattern COMPILED = Pattern.compile("(.*/)?__pycache__/([^/]+)[.]cpython-\\d+[.]pyc");

    /** The entries of one layer, and what writes them. */
    private record Share(Part part, SortedMap<String, TreeEntry> tree, ArchiveFile file) {}

    private final PackageRequest request;
    private final String folder;
    private final List<Share> shares = new ArrayList<>();

    /** @param folder that the tree has in the image, relative to its root, with a slash at the end */
    ImageLayers(
            PackageRequest request,
            Assembled parts,
            String folder,
            Map<String, TreeEntry> tree,
            PackingProgress progress) {
        this.request = request;
        this.folder = folder;
        Map<Part, SortedMap<String, TreeEntry>> trees = new EnumMap<>(Part.class);
        tree.forEach((name, entry) -> trees.computeIfAbsent(part(name, entry, tree), part -> new TreeMap<>())
                .put(name, entry));
        trees.forEach(
                (part, entries) -> shares.add(new Share(part, entries, new ArchiveFile(request, parts, progress))));
    }

    private static Part part(String name, TreeEntry entry, Map<String, TreeEntry> tree) {
        String source = COMPILED.matcher(name).replaceFirst("$1$2.py");
        return tree.getOrDefault(source, entry).part();
    }

    /** Writes them, side by side. From the lowest on. */
    List<Layer> write() {
        Path scratch = request.scratch().resolve("layers");
        return shares.parallelStream()
                .map(share -> LayerFile.write(
                        share.part.label(),
                        scratch.resolve(share.part.name()),
                        writer -> share.file.write(share.tree, folder, writer)))
                .toList();
    }

    /** Files that name folders of this machine, by their names in the image. */
    List<String> traces() {
        return shares.stream().flatMap(share -> share.file.traces().stream()).toList();
    }
}
