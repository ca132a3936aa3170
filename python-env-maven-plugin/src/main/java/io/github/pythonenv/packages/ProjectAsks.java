package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code pyproject.toml} without a {@code uv.lock} asks for. Source: "pyproject.toml specification" and "Dependency
 * Groups" of the Python packaging specifications; Poetry's documentation, "Dependency specification".
 */
final class ProjectAsks {

    private static final String FILE = "pyproject.toml";

    private final JsonNode root;
    private final List<AskedFor> asked = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ProjectAsks(JsonNode root) {
        this.root = root;
    }

    /**
     * What the tables ask for that uv's resolver reads itself. What those of Poetry ask for becomes lines of requirements.
     *
     * @throws io.github.pythonenv.UserFailure where the file cannot be read
     */
    static List<AskedFor> in(Pyproject pyproject) {
        ProjectTables tables = ProjectTables.read(pyproject);
        return tables.ofPoetry()
                ? List.of()
                : new ProjectAsks(tables.root()).standard(pyproject.extras(), pyproject.groups());
    }

    /**
     * What a project of Poetry asks for, in either kind of tables.
     *
     * @throws io.github.pythonenv.UserFailure where the file cannot be read
     */
    static List<AskedFor> in(PoetryLock lock) {
        PoetryProject project = lock.project();
        PoetrySelection wanted = PoetrySelection.of(lock, project);
        ProjectAsks asks = new ProjectAsks(project.root());
        for (String group : wanted.groups()) {
            String where = group.equals("main") ? FILE : FILE + ", group " + group;
            project.dependencies(group)
                    .propertyStream()
                    .forEach(one -> asks.asked.add(new AskedFor(wanted(one.getKey(), one.getValue()), where)));
        }
        return asks.standard(wanted.extras(), wanted.groups());
    }

    private List<AskedFor> standard(Collection<String> extras, Collection<String> groups) {
        needs(root.path("project").path("dependencies"), FILE);
        extras.forEach(this::extra);
        groups.forEach(this::group);
        return List.copyOf(asked);
    }

    private void extra(String name) {
        if (seen.add("extra " + PackageName.normal(name))) {
            needs(named(root.path("project").path("optional-dependencies"), name), FILE + ", extra " + name);
        }
    }

    private void group(String name) {
        if (seen.add("group " + PackageName.normal(name))) {
            JsonNode group = named(root.path("dependency-groups"), name);
            needs(group, FILE + ", group " + name);
            group.forEach(one -> group(one.path("include-group").asString("")));
        }
    }

    private static JsonNode named(JsonNode table, String name) {
        return table.propertyStream()
                .filter(one -> PackageName.normal(one.getKey()).equals(PackageName.normal(name)))
                .findFirst()
                .map(one -> one.getValue())
                .orElseGet(() -> table.path(""));
    }

    private void needs(JsonNode needs, String where) {
        String self = PackageName.normal(root.path("project").path("name").asString(""));
        needs.forEach(need -> Requirement.parse(need.asString("")).ifPresent(requirement -> {
            asked.add(new AskedFor(requirement, where));
            // An extra may name others of the same project.
            if (requirement.name().equals(self)) {
                requirement.extras().forEach(this::extra);
            }
        }));
    }

    /**
     * A package that a table of Poetry or Pipenv names, whatever its version. What is not wanted for this machine, or
     * without its extra, is not installed, and so never looked for.
     */
    static Requirement wanted(String name, JsonNode said) {
        Set<String> extras = said.path("extras")
                .valueStream()
                .map(extra -> PackageName.normal(extra.asString("")))
                .collect(Collectors.toSet());
        return new Requirement(PackageName.normal(name), extras, "", MarkerParser.parse(""));
    }
}
