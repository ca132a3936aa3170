package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A package in a {@code poetry.lock}.
 *
 * @param name as the lock spells it
 * @param version exact
 * @param groups the groups that it is there for; none in locks that do not say
 * @param markers the marker for each of these groups; a group that is not here has none
 * @param dependencies what it depends on, by name, in Poetry's notation
 * @param hashes the digests of its files, such as {@code sha256:…}
 * @param source where it comes from, if that is not the default index
 * @param develop whether it is to be installed editable
 */
record PoetryPackage(
        String name,
        String version,
        Set<String> groups,
        Map<String, String> markers,
        JsonNode dependencies,
        List<String> hashes,
        JsonNode source,
        boolean develop) {

    /** @param filesOfAll the digests that older locks keep at their end */
    static PoetryPackage of(JsonNode locked, JsonNode filesOfAll) {
        String name = locked.path("name").asString("");
        Set<String> groups = locked.path("groups")
                .valueStream()
                .map(group -> PackageName.normal(group.asString("")))
                .collect(Collectors.toUnmodifiableSet());
        JsonNode files = locked.has("files") ? locked.path("files") : filesOfAll.path(name);
        return new PoetryPackage(
                name,
                locked.path("version").asString(""),
                groups,
                markers(locked.path("markers"), groups),
                locked.path("dependencies"),
                files.valueStream()
                        .map(file -> file.path("hash").asString(""))
                        .distinct()
                        .toList(),
                locked.path("source"),
                locked.path("develop").asBoolean(false));
    }

    private static Map<String, String> markers(JsonNode said, Set<String> groups) {
        Map<String, String> markers = new HashMap<>();
        if (said.isString()) {
            groups.forEach(group -> markers.put(group, said.asString("")));
        } else {
            said.propertyStream()
                    .forEach(entry -> markers.put(
                            PackageName.normal(entry.getKey()), entry.getValue().asString("")));
        }
        return markers;
    }

    String sourceType() {
        return source.path("type").asString("");
    }

    /** Whether it is a folder or a file on this machine. */
    boolean local() {
        return Stream.of("directory", "file").anyMatch(sourceType()::equals);
    }

    /** Where it is, if it is on this machine. */
    Path place(Path folder) {
        return folder.resolve(source.path("url").asString("")).normalize();
    }

    /** What installs it, without marker and hashes. */
    String requirement(Path folder) {
        String url = source.path("url").asString("");
        String subdirectory = source.path("subdirectory").asString("");
        String fragment = subdirectory.isEmpty() ? "" : "#subdirectory=" + subdirectory;
        return switch (sourceType()) {
            case "git" ->
                name + " @ git+" + url + "@" + source.path("resolved_reference").asString("") + fragment;
            case "url" -> name + " @ " + url + fragment;
            case "directory" ->
                develop ? "-e " + place(folder) : name + " @ " + place(folder).toUri();
            case "file" -> name + " @ " + place(folder).toUri();
            default -> name + "==" + version;
        };
    }
}
