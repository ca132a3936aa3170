package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What the projects of a {@code uv.lock} ask for. Source: uv's lock file itself: a project is a package whose source is
 * {@code editable}, {@code virtual} or {@code directory}, and has {@code dependencies}, {@code optional-dependencies} by
 * extra and {@code dev-dependencies} by group.
 */
record UvLockAsks(UvLock lock, List<AskedFor> asked) {

    /** The kinds of sources that are projects. */
    private static final List<String> PROJECT = List.of("editable", "virtual", "directory");

    /** @throws UserFailure where lock or pyproject.toml cannot be read */
    static List<AskedFor> in(UvLock lock) {
        UvLockAsks asks = new UvLockAsks(lock, new ArrayList<>());
        asks.collect(toml(lock.file()));
        return List.copyOf(asks.asked);
    }

    private void collect(JsonNode text) {
        Set<String> members = text.path("manifest")
                .path("members")
                .valueStream()
                .map(member -> member.asString(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (JsonNode locked : text.path("package")) {
            Optional<Path> folder = folder(locked);
            String name = locked.path("name").asString("");
            boolean member = folder.isPresent()
                    && (members.isEmpty() ? folder.get().equals(lock.root()) : members.contains(name));
            if (member && (lock.member().equals(lock.root()) || folder.get().equals(lock.member()))) {
                project(locked, name, folder.get());
            }
        }
    }

    private void project(JsonNode locked, String name, Path folder) {
        String file = lock.root()
                .relativize(folder.resolve("pyproject.toml"))
                .toString()
                .replace('\\', '/');
        Requirement.parse(name).ifPresent(self -> asked.add(new AskedFor(self, "the project itself")));
        needs(locked.path("dependencies"), file);
        for (String extra : lock.extras()) {
            needs(locked.path("optional-dependencies").path(PackageName.normal(extra)), file + ", extra " + extra);
        }
        for (String group : groups(folder)) {
            needs(locked.path("dev-dependencies").path(PackageName.normal(group)), file + ", group " + group);
        }
    }

    private void needs(JsonNode needs, String where) {
        for (JsonNode need : needs) {
            Set<String> extras = need.path("extra")
                    .valueStream()
                    .map(extra -> PackageName.normal(extra.asString("")))
                    .collect(Collectors.toSet());
            asked.add(new AskedFor(
                    new Requirement(
                            PackageName.normal(need.path("name").asString("")),
                            extras,
                            "",
                            MarkerParser.parse(need.path("marker").asString(""))),
                    where));
        }
    }

    private Set<String> groups(Path folder) {
        Set<String> groups = new LinkedHashSet<>(lock.groups());
        if (lock.defaultGroups()) {
            JsonNode set = toml(folder.resolve("pyproject.toml"))
                    .path("tool")
                    .path("uv")
                    .path("default-groups");
            if (set.isArray()) {
                set.forEach(group -> groups.add(group.asString("")));
            } else {
                groups.add("dev");
            }
        }
        return groups;
    }

    private Optional<Path> folder(JsonNode locked) {
        return PROJECT.stream()
                .map(kind -> locked.path("source").path(kind).asString(""))
                .filter(where -> !where.isEmpty())
                .map(where -> lock.root().resolve(where).normalize())
                .findFirst();
    }

    private static JsonNode toml(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new UserFailure(file + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
    }
}
