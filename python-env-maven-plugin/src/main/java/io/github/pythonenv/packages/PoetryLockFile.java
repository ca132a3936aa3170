package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A {@code poetry.lock}. Source: Poetry's {@code locker.py}, 1.8 and 2.5: before 1.3 (lock version 1.x) the digests of
 * all packages stand together at the end; from 2.0 on (lock version 2.1) each package says for which groups it is there
 * and under which marker.
 *
 * @param packages all that it has, several of one name if they are for different machines
 * @param selective whether packages say for which groups they are there
 * @param contentHash the digest of what it was made from
 */
record PoetryLockFile(List<PoetryPackage> packages, boolean selective, String contentHash) {

    private static final String AGAIN = "Make it again with poetry lock.";

    /** @throws UserFailure where it is no such file, or one of a form that nobody knows yet */
    static PoetryLockFile read(Path file) {
        JsonNode root = TomlFile.read(file, AGAIN);
        JsonNode metadata = root.path("metadata");
        String form = metadata.path("lock-version").asString("1.0");
        if (!metadata.has("content-hash")) {
            throw new UserFailure(file + " is no lock of Poetry: it has no content-hash.", AGAIN);
        }
        if (!form.startsWith("1.") && !form.startsWith("2.")) {
            throw new UserFailure(
                    file + " has the form " + form + ", which is later than what this plugin reads (1.x and 2.x).",
                    "Use a later version of the plugin, or make a pylock.toml with poetry export.");
        }
        List<PoetryPackage> packages = new ArrayList<>();
        for (JsonNode locked : root.path("package")) {
            packages.add(PoetryPackage.of(locked, metadata.path("files")));
        }
        boolean selective = packages.stream().anyMatch(one -> !one.groups().isEmpty());
        return new PoetryLockFile(
                List.copyOf(packages), selective, metadata.path("content-hash").asString(""));
    }
}
