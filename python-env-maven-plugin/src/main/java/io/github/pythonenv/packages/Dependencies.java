package io.github.pythonenv.packages;

import io.github.pythonenv.packages.DependencyGraph.Need;
import io.github.pythonenv.packages.DependencyGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes out why each installed package is there: reads the metadata of all, and follows what the inputs ask for, with
 * markers and extras, as far as it leads.
 */
public final class Dependencies {

    private final MarkerEnvironment environment;
    private final Map<String, PackageMetadata> metadata = new TreeMap<>();
    private final Map<String, Set<String>> askedBy = new TreeMap<>();
    private final Map<String, Set<String>> extras = new TreeMap<>();

    private Dependencies(MarkerEnvironment environment) {
        this.environment = environment;
    }

    /**
     * The graph of what is installed.
     *
     * @param inputs what the environment was made from
     * @throws io.github.pythonenv.UserFailure where a file of the inputs cannot be read
     */
    public static DependencyGraph read(SitePackages installed, PackageInputs inputs, MarkerEnvironment environment) {
        Map<String, InstalledPackage> packages = new TreeMap<>();
        installed.packages().forEach(one -> packages.put(PackageName.normal(one.name()), one));
        Dependencies dependencies = new Dependencies(environment);
        packages.forEach((name, one) -> dependencies.metadata.put(name, PackageMetadata.of(one)));
        dependencies.ask(AskedFor.in(inputs));
        dependencies.followExtras();
        return dependencies.graph(packages, installed);
    }

    private void ask(List<AskedFor> asks) {
        for (AskedFor asked : asks) {
            Requirement requirement = asked.requirement();
            if (requirement.marker().holds(environment, Set.of()) && metadata.containsKey(requirement.name())) {
                askedBy.computeIfAbsent(requirement.name(), name -> new TreeSet<>())
                        .add(asked.where());
                want(requirement);
            }
        }
    }

    /** An extra brings requirements, and they may bring extras of others. */
    private void followExtras() {
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, PackageMetadata> one : metadata.entrySet()) {
                for (Requirement requirement : one.getValue().requires()) {
                    if (requirement.marker().holds(environment, extrasOf(one.getKey()))) {
                        more |= want(requirement);
                    }
                }
            }
        }
    }

    private boolean want(Requirement requirement) {
        return !requirement.extras().isEmpty()
                && metadata.containsKey(requirement.name())
                && extras.computeIfAbsent(requirement.name(), name -> new TreeSet<>())
                        .addAll(requirement.extras());
    }

    private DependencyGraph graph(Map<String, InstalledPackage> packages, SitePackages installed) {
        Map<String, List<Need>> needs = new TreeMap<>();
        Set<String> needed = new TreeSet<>();
        metadata.forEach((name, one) -> needs.put(name, needs(name, one.requires())));
        needs.values().forEach(list -> list.forEach(need -> needed.add(need.name())));
        // Inputs that name everything are the outcome of a resolution: what they name, others may well need.
        boolean resolved = askedBy.keySet().containsAll(metadata.keySet());
        List<Node> nodes = new ArrayList<>();
        packages.forEach((name, one) -> {
            PackageMetadata said = Objects.requireNonNull(metadata.get(name));
            InstalledFiles.Size size = new InstalledFiles(one, installed.folder()).size();
            Set<String> asks = askedBy.getOrDefault(name, Set.of());
            boolean top = !needed.contains(name);
            nodes.add(new Node(
                    name,
                    one.version(),
                    said.summary(),
                    said.license(),
                    size.bytes(),
                    size.files(),
                    top || (!asks.isEmpty() && !resolved),
                    List.copyOf(asks),
                    needs.getOrDefault(name, List.of())));
        });
        return new DependencyGraph(nodes);
    }

    private List<Need> needs(String name, List<Requirement> requires) {
        Map<String, Need> needs = new LinkedHashMap<>();
        for (Requirement required : requires) {
            // A package whose extra is another name for several of its extras requires itself.
            boolean itself = required.name().equals(name);
            if (!itself && required.marker().holds(environment, extrasOf(name))) {
                needs.putIfAbsent(
                        required.name(),
                        new Need(
                                required.name(),
                                required.specifier(),
                                extraBehind(required, name),
                                metadata.containsKey(required.name())));
            }
        }
        return List.copyOf(needs.values());
    }

    private String extraBehind(Requirement required, String name) {
        return extrasOf(name).stream()
                .filter(extra -> required.marker().mentions(extra))
                .findFirst()
                .orElse("");
    }

    private Set<String> extrasOf(String name) {
        return extras.getOrDefault(name, Set.of());
    }
}
