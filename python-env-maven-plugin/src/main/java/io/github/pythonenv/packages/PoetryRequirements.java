package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a project asks for in tables of Poetry, as lines of a requirements file. Source: Poetry's documentation,
 * "Dependency specification".
 */
record PoetryRequirements(PoetryProject project) {

    /** What the project itself needs, with what these extras add. */
    List<String> main(List<String> extras) {
        Set<String> wanted = new TreeSet<>();
        extras.forEach(extra -> wanted.add(PackageName.normal(extra)));
        Set<String> optionals = project.namesOf(wanted);
        return lines(project.dependencies("main"), optionals);
    }

    List<String> group(String name) {
        return lines(project.dependencies(PackageName.normal(name)), Set.of());
    }

    private List<String> lines(JsonNode table, Set<String> optionals) {
        List<String> lines = new ArrayList<>();
        table.propertyStream().filter(entry -> !entry.getKey().equals("python")).forEach(entry -> {
            Stream<JsonNode> all =
                    entry.getValue().isArray() ? entry.getValue().valueStream() : Stream.of(entry.getValue());
            all.filter(one -> !one.path("optional").asBoolean(false)
                            || optionals.contains(PackageName.normal(entry.getKey())))
                    .forEach(one -> lines.add(line(entry.getKey(), one)));
        });
        return lines;
    }

    /** Alternatives of versions, and indexes of the project's own, cannot be said in a requirement. */
    private String line(String name, JsonNode said) {
        if (said.has("source") || !project.indexes().isEmpty()) {
            // From the default index, a package of that name could be anybody's.
            throw new UserFailure(
                    project.folder().resolve("pyproject.toml")
                            + " names indexes of its own in [[tool.poetry.source]], and " + name
                            + " can only be taken from them by way of a lock.",
                    "Make one with poetry lock, and commit it.");
        }
        String extras = said.path("extras").isEmpty()
                ? ""
                : said.path("extras")
                        .valueStream()
                        .map(one -> one.asString(""))
                        .collect(Collectors.joining(",", "[", "]"));
        String marker = PoetryGraph.marker(said).marker();
        String what = name + extras + where(name, said);
        return what + (marker.isEmpty() ? "" : " ; " + marker);
    }

    private String where(String name, JsonNode said) {
        String rev = Stream.of("rev", "tag", "branch")
                .map(key -> said.path(key).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> "@" + text)
                .orElse("");
        if (said.has("git")) {
            String folder = said.path("subdirectory").asString("");
            return " @ git+" + said.path("git").asString("") + rev
                    + (folder.isEmpty() ? "" : "#subdirectory=" + folder);
        }
        if (said.has("url")) {
            return " @ " + said.path("url").asString("");
        }
        if (said.has("path")) {
            return " @ "
                    + project.folder()
                            .resolve(said.path("path").asString(""))
                            .normalize()
                            .toUri();
        }
        String version =
                said.isString() ? said.asString("") : said.path("version").asString("*");
        return PoetryVersions.parse(version)
                .specifier()
                .orElseThrow(() -> new UserFailure(
                        project.folder().resolve("pyproject.toml") + " asks for " + name + " " + version
                                + ": alternatives can only be installed from a lock.",
                        "Make one with poetry lock, or name one range."));
    }
}
