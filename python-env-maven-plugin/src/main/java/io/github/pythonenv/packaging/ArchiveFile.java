package io.github.pythonenv.packaging;

import io.github.pythonenv.archive.TreeWriter;
import io.github.pythonenv.environment.Assembled;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes trees to archives, in the order of names, a file after the other. */
final class ArchiveFile {

    /** Of a folder as short as {@code /app} it cannot be told whether a text means it. */
    private static final int TELLING = 6;

    private final PackageRequest request;
    private final PackingProgress progress;
    private final List<String> folders;
    private final Map<Part, Long> parts = new EnumMap<>(Part.class);
    private final List<String> traces = new ArrayList<>();

    ArchiveFile(PackageRequest request, Assembled parts, PackingProgress progress) {
        this.request = request;
        this.progress = progress;
        this.folders = Stream.of(
                        parts.directory(), request.project(), parts.runtime().home())
                .map(Path::toString)
                .filter(folder -> folder.length() >= TELLING)
                .toList();
    }

    /** The bytes of files by what they are. */
    Map<Part, Long> parts() {
        return parts;
    }

    /** The files that name a folder of this machine. */
    List<String> traces() {
        return traces;
    }

    void write(Map<String, TreeEntry> tree, Path file) throws IOException {
        try (TreeWriter writer =
                request.settings().format().writer(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            write(tree, "", writer);
        }
    }

    /** @param folder that the tree lies in; empty, or with a slash at its end */
    void write(Map<String, TreeEntry> tree, String folder, TreeWriter writer) throws IOException {
        long seconds = request.time().getEpochSecond();
        Set<String> made = new TreeSet<>();
        for (Map.Entry<String, TreeEntry> one : tree.entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            String name = folder + one.getKey();
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                if (made.add(name.substring(0, slash + 1))) {
                    writer.folder(name.substring(0, slash + 1), 0755, seconds);
                }
            }
            if (one.getValue() instanceof TreeEntry.Content content) {
                write(name, content, writer, seconds);
            } else if (one.getValue() instanceof TreeEntry.Link link) {
                writer.link(name, link.target(), seconds);
            }
        }
    }

    private void write(String name, TreeEntry.Content content, TreeWriter writer, long seconds) throws IOException {
        long size = Files.size(content.content());
        try (Traces in = new Traces(progress.counting(Files.newInputStream(content.content())), folders)) {
            writer.file(name, content.executable() ? 0755 : 0644, seconds, size, in);
            if (in.found()) {
                traces.add(name);
            }
        }
        parts.merge(content.part(), size, Long::sum);
    }
}
