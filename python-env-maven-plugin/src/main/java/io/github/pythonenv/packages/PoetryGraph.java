package io.github.pythonenv.packages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What is wanted of a lock whose packages do not say what they are there for (Poetry 1): a walk from what the project
 * asks for along what each package depends on, which collects the markers on the way.
 */
final class PoetryGraph {

    /**
     * A package, or one of its extras.
     *
     * @param extra empty for the package itself
     */
    private record Node(PoetryPackage locked, String extra) {}

    private final PoetryProject project;
    private final PoetrySelection selection;
    private final Map<String, List<PoetryPackage>> byName;
    private final Map<Node, Condition> conditions = new LinkedHashMap<>();
    private final Deque<Node> changed = new ArrayDeque<>();

    PoetryGraph(PoetryLockFile file, PoetryProject project, PoetrySelection selection) {
        this.project = project;
        this.selection = selection;
        this.byName = file.packages().stream()
                .collect(Collectors.groupingBy(
                        locked -> PackageName.normal(locked.name()), LinkedHashMap::new, Collectors.toList()));
    }

    Map<PoetryPackage, Condition> wanted() {
        Set<String> named = project.namesOf(selection.extras());
        for (String group : selection.groups()) {
            project.dependencies(group)
                    .propertyStream()
                    .filter(entry -> !entry.getKey().equals("python"))
                    .forEach(entry -> follow(entry.getKey(), entry.getValue(), Condition.ALWAYS, "", named));
        }
        while (!changed.isEmpty()) {
            Node node = changed.remove();
            Condition condition = conditions.getOrDefault(node, Condition.NEVER);
            node.locked
                    .dependencies()
                    .propertyStream()
                    .forEach(entry -> follow(entry.getKey(), entry.getValue(), condition, node.extra, Set.of()));
        }
        Map<PoetryPackage, Condition> wanted = new LinkedHashMap<>();
        conditions.forEach((node, condition) -> {
            if (!condition.never()) {
                wanted.merge(node.locked, condition, Condition::or);
            }
        });
        return wanted;
    }

    /**
     * @param said the dependency in Poetry's notation: a version, a table or a list of these
     * @param extra the extra of the package that has the dependency, or empty
     * @param optionals the optional dependencies that are wanted all the same
     */
    private void follow(String name, JsonNode said, Condition from, String extra, Set<String> optionals) {
        if (said.isArray()) {
            said.valueStream().forEach(one -> follow(name, one, from, extra, optionals));
            return;
        }
        boolean ofProject = !said.path("markers").asString("").contains("extra")
                && said.path("optional").asBoolean(false)
                && !optionals.contains(PackageName.normal(name));
        if (ofProject) {
            return;
        }
        Condition condition = from;
        for (String marker : markers(said, extra.isEmpty() ? Set.of() : Set.of(extra))) {
            condition = condition.and(marker);
        }
        String version =
                said.isString() ? said.asString("") : said.path("version").asString("*");
        List<PoetryPackage> candidates = byName.getOrDefault(PackageName.normal(name), List.of());
        for (PoetryPackage locked : candidates) {
            if (candidates.size() == 1 || PoetryVersions.parse(version).accepts(locked.version())) {
                add(new Node(locked, ""), condition);
                for (JsonNode wanted : said.path("extras")) {
                    add(new Node(locked, PackageName.normal(wanted.asString(""))), condition);
                }
            }
        }
    }

    /** When a dependency counts, as its own entry says. */
    static Condition marker(JsonNode said) {
        Condition condition = Condition.ALWAYS;
        for (String marker : markers(said, Set.of())) {
            condition = condition.and(marker);
        }
        return condition;
    }

    private static List<String> markers(JsonNode said, Set<String> extras) {
        String platform = said.path("platform").asString("");
        return List.of(
                Condition.withExtras(said.path("markers").asString(""), extras),
                PoetryVersions.parse(said.path("python").asString("*")).pythonMarker(),
                platform.isEmpty() ? "" : "sys_platform == '" + platform + "'");
    }

    private void add(Node node, Condition more) {
        Condition before = conditions.getOrDefault(node, Condition.NEVER);
        Condition after = before.or(more);
        if (!after.equals(before)) {
            conditions.put(node, after);
            changed.add(node);
        }
    }
}
