package io.github.pythonenv.packaging;

import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree that an environment becomes: without what stays behind, with nothing of this machine in it, compiled.
 *
 * @param entries its files and links, by their names; new ones lie in the request's scratch folder
 * @param leftOut the bytes of files that stay behind, by why
 */
record PackedTree(Map<String, TreeEntry> entries, Map<String, Long> leftOut) {

    /** @param variables of the interpreter that compiles */
    static PackedTree of(PackageRequest request, Assembled parts, Processes processes, Map<String, String> variables)
            throws IOException {
        TreeNames names = TreeNames.of(parts.runtime());
        EnvironmentTree tree = new EnvironmentTree(request, parts);
        tree.refuseEditable();
        LeftOut rules = new LeftOut(request.settings());
        Map<String, TreeEntry> taken = new TreeMap<>();
        Map<String, Long> leftOut = new TreeMap<>();
        for (Map.Entry<String, TreeEntry> one : tree.entries().entrySet()) {
            var reason = rules.reason(names.usual(one.getKey()));
            if (reason.isEmpty()) {
                taken.put(one.getKey(), one.getValue());
            } else if (one.getValue() instanceof TreeEntry.Content file) {
                leftOut.merge(reason.get(), Files.size(file.content()), Long::sum);
            }
        }
        taken = new Neutral(parts.runtime(), request.scratch().resolve("neutral")).tree(taken);
        if (request.settings().bytecode()) {
            taken = new Bytecode(parts.compiler(), request.scratch().resolve("bytecode"), processes, variables)
                    .tree(taken, names.library());
        }
        return new PackedTree(taken, leftOut);
    }
}
