package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code Pipfile.lock} as exact requirements. Source: pipenv's documentation, "Pipfile & Pipfile.lock", and what
 * pipenv 2026 and 2023 write; the digest of the Pipfile is that of plette's {@code Pipfile.get_hash}.
 *
 * @param lock what is wanted of it
 * @param root its contents
 */
record PipfilePins(PipfileLock lock, JsonNode root) {

    private static final String AGAIN = "Make it again with pipenv lock.";

    /** Tables of a Pipfile that are no category of packages. */
    private static final Set<String> NO_PACKAGES = Set.of(
            "source", "packages", "dev-packages", "requires", "scripts", "pipfile", "pipenv", "default", "develop");

    private static final List<String> VERSION_CONTROL = List.of("git", "hg", "svn", "bzr");

    /** @throws UserFailure where there is no such file, or it is something else */
    static PipfilePins read(PipfileLock lock) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(lock.file()));
            if (!root.path("default").isObject()) {
                throw new UserFailure(lock.file() + " is no lock of Pipenv: it has no \"default\".", AGAIN);
            }
            return new PipfilePins(lock, root);
        } catch (JacksonException e) {
            throw new UserFailure(lock.file() + " is no JSON: " + e.getOriginalMessage(), AGAIN, e);
        } catch (IOException e) {
            throw new UserFailure("The lock " + lock.file() + " cannot be read: " + FileFault.why(e) + ".", AGAIN, e);
        }
    }

    void requireFresh() {
        Path pipfile = lock.pipfile();
        if (!Files.isRegularFile(pipfile)) {
            return;
        }
        JsonNode said = TomlFile.read(pipfile, "Correct the Pipfile.");
        ObjectNode digested = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = digested.putObject("_meta");
        meta.set("sources", said.path("source"));
        meta.set("requires", orEmpty(said.path("requires")));
        digested.set("default", orEmpty(said.path("packages")));
        digested.set("develop", orEmpty(said.path("dev-packages")));
        said.propertyStream()
                .filter(table -> !NO_PACKAGES.contains(table.getKey()))
                .forEach(table -> digested.set(table.getKey(), table.getValue()));
        if (said.has("source")
                && !PythonJson.COMPACT
                        .sha256(digested)
                        .equals(root.path("_meta").path("hash").path("sha256").asString(""))) {
            throw new UserFailure(
                    lock.file() + " is stale: it does not fit " + pipfile + ", which was changed after it was made.",
                    "Run pipenv lock in " + lock.file().getParent() + " and commit the result.");
        }
    }

    private static JsonNode orEmpty(JsonNode table) {
        return table.isObject() ? table : JsonNodeFactory.instance.objectNode();
    }

    PinnedLines lines() {
        Map<String, JsonNode> wanted = new LinkedHashMap<>();
        for (String category : categories()) {
            root.path(category)
                    .propertyStream()
                    .forEach(entry -> wanted.merge(entry.getKey(), entry.getValue(), PipfilePins::either));
        }
        boolean mixed = wanted.values().stream().anyMatch(entry -> !fromIndex(entry));
        List<String> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        wanted.forEach((name, entry) -> {
            if (fromIndex(entry) && !entry.has("hashes") && (mixed || !entry.has("markers"))) {
                unpinned(name, entry, remarks);
            } else {
                lines.add(line(name, entry));
            }
        });
        return new PinnedLines(lines, indexes(wanted), copies(wanted.values()), remarks);
    }

    /** Of a package that two categories want, the entry that holds where either does. */
    private static JsonNode either(JsonNode one, JsonNode other) {
        if (one.has("version") != other.has("version")) {
            return one.has("version") ? one : other;
        }
        String first = one.path("markers").asString("");
        String second = other.path("markers").asString("");
        if (first.equals(second) || first.isEmpty()) {
            return one;
        }
        return second.isEmpty() || !(one instanceof ObjectNode)
                ? other
                : ((ObjectNode) one.deepCopy()).put("markers", "(" + first + ") or (" + second + ")");
    }

    /** Pipenv writes no version for what the machine that locked has no use for. */
    private void unpinned(String name, JsonNode entry, List<String> remarks) {
        if (!entry.has("markers")) {
            throw new UserFailure(
                    lock.file() + " has no hash for " + name + ", so nobody can say whether it is the right one.",
                    AGAIN);
        }
        remarks.add(name + " is not installed: " + lock.file().getFileName()
                + " has no version for it, since the machine" + " that it was made on has no use for it ("
                + entry.path("markers").asString("") + ").");
    }

    private Set<String> categories() {
        Set<String> categories = new LinkedHashSet<>(List.of("default"));
        for (String group : lock.groups()) {
            String category = group.equals("dev") || group.equals("dev-packages") ? "develop" : group;
            if (!root.has(category)) {
                Set<String> known = new TreeSet<>(root.propertyNames());
                known.removeAll(Set.of("_meta", "default"));
                throw new UserFailure(
                        lock.file() + " has no group " + group + ".",
                        known.isEmpty()
                                ? "It has no group at all: take it out of <groups>, or add it to the Pipfile and run pipenv"
                                        + " lock."
                                : NearName.question(group, known) + "It has " + String.join(", ", known) + ".");
            }
            categories.add(category);
        }
        return categories;
    }

    /** The local projects, editable or not. */
    List<LocalProject> locals() {
        List<LocalProject> locals = new ArrayList<>();
        for (String category : categories()) {
            root.path(category)
                    .valueStream()
                    .filter(entry -> entry.has("path"))
                    .forEach(entry -> locals.add(local(entry)));
        }
        return locals;
    }

    private LocalProject local(JsonNode entry) {
        return new LocalProject(
                lock.file().resolveSibling(entry.path("path").asString("")).normalize());
    }

    private List<LocalProject> copies(Iterable<JsonNode> entries) {
        List<LocalProject> copies = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (entry.has("path")
                    && !entry.path("editable").asBoolean(false)
                    && Files.isDirectory(local(entry).folder())) {
                copies.add(local(entry));
            }
        }
        return copies;
    }

    private static boolean fromIndex(JsonNode entry) {
        return !entry.has("path")
                && !entry.has("file")
                && VERSION_CONTROL.stream().noneMatch(entry::has);
    }

    private String line(String name, JsonNode entry) {
        String marker = entry.path("markers").asString("");
        List<String> hashes = entry.path("hashes")
                .valueStream()
                .map(hash -> hash.asString(""))
                .toList();
        return PinnedLines.line(requirement(name, entry), marker, hashes);
    }

    private String requirement(String name, JsonNode entry) {
        String extras = entry.has("extras")
                ? entry.path("extras")
                        .valueStream()
                        .map(extra -> extra.asString(""))
                        .toList()
                        .toString()
                        .replace(" ", "")
                : "";
        if (entry.has("path")) {
            // Relative paths would be read as names where they have no separator.
            Path folder = local(entry).folder();
            return entry.path("editable").asBoolean(false)
                    ? "-e " + folder + extras
                    : name + extras + " @ " + folder.toUri();
        }
        for (String system : VERSION_CONTROL) {
            if (entry.has(system)) {
                String folder = entry.path("subdirectory").asString("");
                return name + extras + " @ "
                        + (entry.path(system).asString("").startsWith(system + "+") ? "" : system + "+")
                        + entry.path(system).asString("") + "@"
                        + entry.path("ref").asString("")
                        + (folder.isEmpty() ? "" : "#subdirectory=" + folder);
            }
        }
        if (entry.has("file")) {
            return name + extras + " @ " + entry.path("file").asString("");
        }
        String version = entry.path("version").asString("*");
        return name + extras + (version.equals("*") ? "" : version);
    }

    private List<LockIndex> indexes(Map<String, JsonNode> wanted) {
        Set<String> used = new TreeSet<>();
        wanted.values().forEach(entry -> used.add(entry.path("index").asString("")));
        List<LockIndex> indexes = new ArrayList<>();
        for (JsonNode source : root.path("_meta").path("sources")) {
            String name = source.path("name").asString("");
            if (indexes.isEmpty() || used.contains(name)) {
                indexes.add(new LockIndex(name, source.path("url").asString(""), indexes.isEmpty()));
            }
        }
        return indexes;
    }
}
