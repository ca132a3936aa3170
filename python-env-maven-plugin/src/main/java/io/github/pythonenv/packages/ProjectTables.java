package io.github.pythonenv.packages;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code pyproject.toml} without a lock asks for. What uv's resolver understands is left to it; the tables of
 * Poetry are translated. Source: "pyproject.toml specification" and "Dependency Groups" of the Python packaging
 * specifications; uv's documentation, "Projects" on what is a package.
 *
 * @param pyproject what is wanted of it
 * @param root its contents
 */
record ProjectTables(Pyproject pyproject, JsonNode root) {

    /** @throws UserFailure where it is no TOML, or an extra or a group is asked for that it does not have */
    static ProjectTables read(Pyproject pyproject) {
        ProjectTables tables =
                new ProjectTables(pyproject, TomlFile.read(pyproject.file(), "Correct " + pyproject.file() + "."));
        pyproject.extras().forEach(extra -> tables.require("extra", extra, tables.extras()));
        pyproject.groups().forEach(group -> tables.require("dependency group", group, tables.groups()));
        return tables;
    }

    private void require(String kind, String name, Set<String> known) {
        // What is dynamic, only a build can tell.
        boolean dynamic = root.path("project")
                .path("dynamic")
                .valueStream()
                .anyMatch(one -> one.asString("").equals("optional-dependencies"));
        String parameter = kind.equals("extra") ? "extras" : "groups";
        if (!known.contains(PackageName.normal(name)) && !(kind.equals("extra") && dynamic)) {
            throw new UserFailure(
                    pyproject.file() + " has no " + kind + " " + name + ".",
                    known.isEmpty()
                            ? "It has no " + kind + " at all: take it out of <" + parameter + ">, or add it to "
                                    + (kind.equals("extra") ? "[project.optional-dependencies]" : "[dependency-groups]")
                                    + " there."
                            : NearName.question(PackageName.normal(name), known) + "It has " + String.join(", ", known)
                                    + ".");
        }
    }

    PoetryProject poetry() {
        return new PoetryProject(pyproject.folder(), root);
    }

    /** Whether what it asks for stands in tables that only Poetry knows. */
    boolean ofPoetry() {
        return root.path("tool").path("poetry").has("dependencies") && !root.has("project");
    }

    /** Whether it can be built: then it is installed itself, and the build says what it needs. */
    boolean isPackage() {
        JsonNode ofUv = root.path("tool").path("uv").path("package");
        return poetry().isPackage() && ofUv.asBoolean(true);
    }

    private Set<String> extras() {
        return poetry().extras();
    }

    private Set<String> groups() {
        return ofPoetry() ? poetry().groups().keySet() : names(root.path("dependency-groups"));
    }

    private static Set<String> names(JsonNode table) {
        Set<String> names = new TreeSet<>();
        table.propertyNames().forEach(name -> names.add(PackageName.normal(name)));
        return names;
    }

    /** Lines of a requirements file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (isPackage()) {
            String extras = pyproject.extras().isEmpty() ? "" : "[" + String.join(",", pyproject.extras()) + "]";
            lines.add((pyproject.editable() ? "-e " : "") + pyproject.folder() + extras);
        }
        if (ofPoetry()) {
            PoetryRequirements translated = new PoetryRequirements(poetry());
            if (!isPackage()) {
                lines.addAll(translated.main(pyproject.extras()));
            }
            pyproject.groups().forEach(group -> lines.addAll(translated.group(group)));
        }
        return lines;
    }

    /** What uv is told of the tables that it reads itself. */
    List<String> resolverArguments() {
        List<String> arguments = new ArrayList<>();
        if (ofPoetry()) {
            return arguments;
        }
        if (!isPackage() && root.has("project")) {
            arguments.add(pyproject.file().toString());
            pyproject.extras().forEach(extra -> arguments.addAll(List.of("--extra", extra)));
        }
        pyproject.groups().forEach(group -> arguments.addAll(List.of("--group", pyproject.file() + ":" + group)));
        return arguments;
    }

    /** Folders and archives on this machine that the table of uv names for packages. */
    List<Path> locals() {
        return root.path("tool")
                .path("uv")
                .path("sources")
                .valueStream()
                .filter(source -> source.has("path"))
                .map(source -> pyproject
                        .folder()
                        .resolve(source.path("path").asString(""))
                        .normalize())
                .toList();
    }
}
