package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code pyproject.toml} of a project of Poetry. Source: Poetry's documentation, "The pyproject.toml file" and
 * "Managing dependencies"; the digests as its {@code locker.py} makes them.
 *
 * @param folder where it is
 * @param root its contents
 */
record PoetryProject(Path folder, JsonNode root) {

    private static final List<String> OF_PROJECT = List.of("requires-python", "dependencies", "optional-dependencies");
    private static final List<String> ALWAYS_OF_POETRY =
            List.of("dependencies", "source", "extras", "dev-dependencies");

    static PoetryProject read(Path folder) {
        return new PoetryProject(
                folder, TomlFile.read(folder.resolve("pyproject.toml"), "Correct it; poetry check says more."));
    }

    private JsonNode poetry() {
        return root.path("tool").path("poetry");
    }

    /** The names of its groups besides {@code main}, and whether each is optional. */
    Map<String, Boolean> groups() {
        Map<String, Boolean> groups = new LinkedHashMap<>();
        if (poetry().has("dev-dependencies")) {
            groups.put("dev", false);
        }
        root.path("dependency-groups").propertyNames().forEach(name -> groups.put(PackageName.normal(name), false));
        poetry().path("group")
                .propertyStream()
                .forEach(group -> groups.put(
                        PackageName.normal(group.getKey()),
                        group.getValue().path("optional").asBoolean(false)));
        return groups;
    }

    /** The names of its extras. */
    Set<String> extras() {
        Set<String> extras = new TreeSet<>();
        root.path("project")
                .path("optional-dependencies")
                .propertyNames()
                .forEach(name -> extras.add(PackageName.normal(name)));
        poetry().path("extras").propertyNames().forEach(name -> extras.add(PackageName.normal(name)));
        return extras;
    }

    /** What a group asks for in Poetry's own tables, by name. */
    JsonNode dependencies(String group) {
        if (group.equals("main")) {
            return poetry().path("dependencies");
        }
        JsonNode own = poetry().path("group")
                .propertyStream()
                .filter(entry -> PackageName.normal(entry.getKey()).equals(group))
                .map(entry -> entry.getValue().path("dependencies"))
                .findFirst()
                .orElse(JsonNodeFactory.instance.objectNode());
        if (!group.equals("dev")) {
            return own;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        poetry().path("dev-dependencies").propertyStream().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        own.propertyStream().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        return all;
    }

    /** The names of the optional dependencies that these extras are made of, in Poetry's own table. */
    Set<String> namesOf(Set<String> extras) {
        Set<String> names = new TreeSet<>();
        poetry().path("extras")
                .propertyStream()
                .filter(entry -> extras.contains(PackageName.normal(entry.getKey())))
                .forEach(entry -> entry.getValue()
                        .valueStream()
                        .forEach(name -> names.add(PackageName.normal(name.asString("")))));
        return names;
    }

    /** The indexes that it names: the first that is no addition takes the place of the default one. */
    List<LockIndex> indexes() {
        Map<String, LockIndex> indexes = new LinkedHashMap<>();
        boolean main = false;
        for (JsonNode source : poetry().path("source")) {
            String name = source.path("name").asString("");
            String priority = source.path("priority")
                    .asString(source.path("secondary").asBoolean(false) ? "secondary" : "primary");
            boolean takesPlace = !main && (priority.equals("primary") || priority.equals("default"));
            main |= takesPlace;
            // Of PyPI, Poetry knows the address, and so does uv: it is the default index already.
            if (source.has("url")) {
                indexes.put(name, new LockIndex(name, source.path("url").asString(""), takesPlace));
            }
        }
        return List.copyOf(indexes.values());
    }

    /** The versions of Python that it asks for in Poetry's table, as PEP 440 writes them. */
    Optional<String> python() {
        return PoetryVersions.parse(poetry().path("dependencies").path("python").asString("*"))
                .specifier()
                .filter(text -> !text.isEmpty());
    }

    /** Whether the project itself is to be installed. */
    boolean isPackage() {
        return root.has("build-system") && poetry().path("package-mode").asBoolean(true);
    }

    /** The digests that a lock of this project may have: how it is made has changed twice. */
    Set<String> digests() {
        Set<String> digests = new LinkedHashSet<>();
        for (boolean withGroups : new boolean[] {true, false}) {
            digests.add(PythonJson.SPACED.sha256(relevant(withGroups)));
        }
        digests.add(PythonJson.SPACED.sha256(ofPoetryAlone(true)));
        return digests;
    }

    private ObjectNode relevant(boolean withGroups) {
        ObjectNode ofProject = JsonNodeFactory.instance.objectNode();
        for (String key : OF_PROJECT) {
            if (root.path("project").has(key)) {
                ofProject.set(key, root.path("project").path(key));
            }
        }
        ObjectNode relevant = JsonNodeFactory.instance.objectNode();
        if (!ofProject.isEmpty()) {
            relevant.set("project", ofProject);
        }
        if (withGroups && !root.path("dependency-groups").isEmpty()) {
            relevant.set("dependency-groups", root.path("dependency-groups"));
        }
        if (relevant.isEmpty()) {
            return ofPoetryAlone(true);
        }
        relevant.putObject("tool").set("poetry", ofPoetryAlone(false));
        return relevant;
    }

    /** @param complete whether what is not there is null */
    private ObjectNode ofPoetryAlone(boolean complete) {
        ObjectNode relevant = JsonNodeFactory.instance.objectNode();
        for (String key : ALWAYS_OF_POETRY) {
            if (poetry().has(key)) {
                relevant.set(key, poetry().path(key));
            } else if (complete) {
                relevant.putNull(key);
            }
        }
        if (poetry().has("group")) {
            relevant.set("group", poetry().path("group"));
        }
        return relevant;
    }
}
