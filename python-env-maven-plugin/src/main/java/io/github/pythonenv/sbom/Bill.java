package io.github.pythonenv.sbom;

import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.DependencyGraph.Need;
import io.github.pythonenv.packages.DependencyGraph.Node;
import io.github.pythonenv.packages.LockedArtifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A bill of materials. It has neither a date nor a number of its own, so that the same environment gives the same bytes.
 *
 * @param subject what the bill is of
 * @param tool what wrote it
 * @param parts the runtime first, then the packages by name
 * @param needs which part needs which, by package URLs
 */
public record Bill(
        Component subject, Component tool, List<Component> parts, SortedMap<String, SortedSet<String>> needs) {

    /**
     * Draws it up.
     *
     * @param runtime the interpreter
     * @param files those that packages were installed from
     */
    public static Bill of(
            Component subject,
            Component tool,
            Component runtime,
            DependencyGraph packages,
            List<LockedArtifact> files) {
        Map<String, LockedArtifact> origins = new HashMap<>();
        files.forEach(file -> origins.put(file.name(), file));
        List<Component> parts = new ArrayList<>(List.of(runtime));
        Map<String, String> purls = new TreeMap<>();
        for (Node node : packages.packages()) {
            Optional<LockedArtifact> origin = Optional.ofNullable(origins.get(node.name()));
            Component part = new Component(
                    "library",
                    "",
                    node.name(),
                    node.version(),
                    node.summary(),
                    node.license(),
                    origin.map(LockedArtifact::sha256),
                    origin.map(LockedArtifact::url),
                    "pkg:pypi/" + node.name() + "@" + node.version().replace("+", "%2B"));
            parts.add(part);
            purls.put(node.name(), part.purl());
        }
        SortedMap<String, SortedSet<String>> needs = new TreeMap<>();
        needs.put(subject.purl(), new TreeSet<>(List.of(runtime.purl())));
        needs.put(runtime.purl(), new TreeSet<>());
        for (Node node : packages.packages()) {
            String purl = purls.getOrDefault(node.name(), "");
            if (node.direct()) {
                needs.get(subject.purl()).add(purl);
            }
            TreeSet<String> needed = new TreeSet<>();
            node.requires().stream()
                    .filter(Need::installed)
                    .forEach(need -> Optional.ofNullable(purls.get(need.name()))
                            .filter(other -> !other.equals(purl))
                            .ifPresent(needed::add));
            needs.put(purl, needed);
        }
        return new Bill(subject, tool, parts, needs);
    }
}
