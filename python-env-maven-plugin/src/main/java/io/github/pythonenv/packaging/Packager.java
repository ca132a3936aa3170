package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.DiskFault;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Packs environments. */
public final class Packager {

    private final Processes processes;
    private final Map<String, String> variables;

    /** @param variables of the interpreter that compiles modules */
    public Packager(Processes processes, Map<String, String> variables) {
        this.processes = processes;
        this.variables = Map.copyOf(variables);
    }

    /**
     * Packs an environment. Equal environments and settings make equal bytes.
     *
     * @throws UserFailure where that cannot be done; what was packed earlier is still there then
     */
    public PackageReport pack(PackageRequest request) {
        try {
            Trees.delete(request.scratch());
            Files.createDirectories(request.scratch());
            try {
                return packed(request);
            } finally {
                Trees.delete(request.scratch());
            }
        } catch (IOException e) {
            boolean full = DiskFault.of(e) == DiskFault.FULL;
            throw new UserFailure(
                    "The environment in " + request.environment() + " could not be packed: "
                            + (full ? "there is no space left on the disk (" + e.getMessage() + ")." : e + "."),
                    full
                            ? "Make room there, and run the build again."
                            : "See that it can be read and that " + request.file()
                                    + " can be written, and run the build again.",
                    e);
        }
    }

    private PackageReport packed(PackageRequest request) throws IOException {
        Runtime runtime = request.state().runtime();
        EnvironmentTree tree = new EnvironmentTree(request);
        tree.refuseEditable();
        LeftOut rules = new LeftOut(request.settings());
        Map<String, TreeEntry> taken = new TreeMap<>();
        Map<String, Long> leftOut = new TreeMap<>();
        for (Map.Entry<String, TreeEntry> one : tree.entries().entrySet()) {
            var reason = rules.reason(one.getKey());
            if (reason.isEmpty()) {
                taken.put(one.getKey(), one.getValue());
            } else if (one.getValue() instanceof TreeEntry.Content file) {
                leftOut.merge(reason.get(), Files.size(file.content()), Long::sum);
            }
        }
        taken = new Neutral(runtime, request.scratch().resolve("neutral")).tree(taken);
        if (request.settings().bytecode()) {
            taken = new Bytecode(runtime, request.scratch().resolve("bytecode"), processes, variables).tree(taken);
        }
        Manifest manifest = Manifest.of(request);
        taken.put(Manifest.NAME, manifest.written(request.scratch()));
        return written(request, taken, leftOut);
    }

    private static PackageReport written(PackageRequest request, Map<String, TreeEntry> tree, Map<String, Long> leftOut)
            throws IOException {
        Path file = request.file();
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            ArchiveFile archive = new ArchiveFile(request);
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
