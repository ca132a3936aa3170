package io.github.pythonenv.packaging;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.PackedManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Packs environments. */
public final class Packager {

    private final Processes processes;
    private final Map<String, String> variables;
    private final ProgressListener listener;

    /**
     * @param variables of the interpreter that compiles modules
     * @param listener hears how far it is
     */
    public Packager(Processes processes, Map<String, String> variables, ProgressListener listener) {
        this.processes = processes;
        this.variables = Map.copyOf(variables);
        this.listener = listener;
    }

    /**
     * The archive that is asked for, where it is there and is what it would be made anew. Writes nothing.
     *
     * @param basis the digest of what it would be made from
     */
    public Optional<PackageOutcome.UpToDate> upToDate(PackageRequest request, String basis) {
        try {
            return PackedNote.of(request, basis)
                    .upToDate()
                    .map(sha256 -> new PackageOutcome.UpToDate(request.file(), sha256));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What tells the parts of an environment that stands here from what they were another time: its files' sizes and times. */
    public static String basis(Assembled parts) {
        StringBuilder text = new StringBuilder(parts.runtime().name());
        try {
            for (Map.Entry<String, TreeEntry> one : new TreeFiles(Part.PACKAGES, parts.directory())
                    .find(name -> true)
                    .entrySet()) {
                text.append('\n')
                        .append(one.getKey())
                        .append(' ')
                        .append(one.getValue().stamp());
            }
        } catch (IOException e) {
            throw new UserFailure(
                    "The environment in " + parts.directory() + " cannot be read: " + FileFault.why(e) + ".",
                    "Give this user the right to read it, or build it anew.",
                    e);
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Packs an environment, one build at a time. Equal environments and settings make equal bytes.
     *
     * @param basis the digest of what it is made from, by which it is known to be up to date later
     * @throws UserFailure where that cannot be done; what was packed earlier is still there then
     */
    public PackageReport pack(PackageRequest request, Assembled parts, String basis) {
        try {
            return PackingLock.holding(request.file(), request.scratch(), listener, () -> {
                PackedNote note = PackedNote.of(request, basis);
                PackageReport report = packed(request, parts);
                note.write(report.sha256());
                return report;
            });
        } catch (IOException e) {
            throw PackingFailure.of(
                    "The archive " + request.file() + " could not be made",
                    "See that the environment can be read and that the archive can be written, and run the build again.",
                    e);
        }
    }

    private PackageReport packed(PackageRequest request, Assembled parts) throws IOException {
        try (PackingProgress progress =
                new PackingProgress(listener, request.file().getFileName().toString())) {
            PackedTree tree = PackedTree.of(request, parts, processes, variables);
            Map<String, TreeEntry> entries = new TreeMap<>(tree.entries());
            entries.put(PackedManifest.NAME, manifest(request, parts));
            progress.expect(entries.values());
            PackageReport report = written(request, new ArchiveFile(request, parts, progress), entries, tree.leftOut());
            progress.whole();
            return report;
        }
    }

    private static TreeEntry manifest(PackageRequest request, Assembled parts) throws IOException {
        Path file = new PackedManifest(
                        request.name(), parts.runtime().version().toString(), request.platform(), parts.packages())
                .write(request.scratch());
        return new TreeEntry.Content(Part.INTERPRETER, file, false);
    }

    private static PackageReport written(
            PackageRequest request, ArchiveFile archive, Map<String, TreeEntry> tree, Map<String, Long> leftOut)
            throws IOException {
        Path file = request.file();
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            archive.write(tree, unfinished);
            String sha256 = Digests.sha256(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return new PackageReport(
                    file, sha256, Files.size(file), tree.size(), archive.parts(), leftOut, archive.traces());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
