package io.github.pythonenv.packages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The installed packages and which of them needs which, as their metadata says for this machine.
 *
 * @param packages sorted by name
 */
public record DependencyGraph(List<Node> packages) {

    public DependencyGraph {
        packages = List.copyOf(packages);
    }

    /**
     * An installed package. Its texts come from whoever published it.
     *
     * @param name normalized
     * @param version as installed
     * @param summary in one line; may be empty
     * @param license in one line; may be empty
     * @param bytes the sizes of its files as recorded at the installation, without bytecode
     * @param files how many were installed
     * @param direct whether it is here on its own account rather than because another package needs it: the inputs ask
     *     for it, or, where {@code askedBy} is empty, nothing that is known does
     * @param askedBy where the inputs name it, such as {@code requirements.txt:3}
     * @param requires what it needs here
     */
    public record Node(
            String name,
            String version,
            String summary,
            String license,
            long bytes,
            int files,
            boolean direct,
            List<String> askedBy,
            List<Need> requires) {

        public Node {
            askedBy = List.copyOf(askedBy);
            requires = List.copyOf(requires);
        }

        /** Whether the inputs ask for it. */
        public boolean asked() {
            return direct && !askedBy.isEmpty();
        }

        /**
         * Whether nothing that is known leads to it: it was installed by hand or left behind, or the inputs are a lock,
         * which does not say what was asked for when it was made.
         */
        public boolean unexplained() {
            return direct && askedBy.isEmpty();
        }
    }

    /**
     * That a package needs another one.
     *
     * @param name of the other one, normalized
     * @param specifier which versions will do; may be empty
     * @param extra the extra of the package that brings the need, or empty
     * @param installed whether the other one is installed
     */
    public record Need(String name, String specifier, String extra, boolean installed) {}

    /** The names of the packages that need each one. */
    public Map<String, Set<String>> requiredBy() {
        Map<String, Set<String>> requiredBy = new TreeMap<>();
        for (Node node : packages) {
            for (Need need : node.requires()) {
                requiredBy.computeIfAbsent(need.name(), name -> new TreeSet<>()).add(node.name());
            }
        }
        return requiredBy;
    }

    /** The sizes of all files together, in bytes. */
    public long bytes() {
        return packages.stream().mapToLong(Node::bytes).sum();
    }
}
