package io.github.pythonenv.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files, links and folders that an archive asks for, each at a place of its own. As a file or a link is never a
 * folder too, nothing is ever written through a link, whatever the order.
 */
final class Tree {
    private final Path archive;
    private final TargetRules rules;
    private final Map<Path, Path> folders = new LinkedHashMap<>();
    private final Map<Path, Path> leaves = new HashMap<>();

    Tree(Path archive, Path into, TargetRules rules) {
        this.archive = archive;
        this.rules = rules;
        folders.put(rules.key(into), into);
    }

    /**
     * Adds a folder and those above it.
     *
     * @return those that were not there before, parents first
     */
    List<Path> addFolder(String entry, Path folder) {
        List<Path> added = new ArrayList<>();
        addFolder(entry, folder, added);
        return added;
    }

    /**
     * Adds a file or a link.
     *
     * @return the folders above it that were not there before, parents first
     */
    List<Path> addLeaf(String entry, Path leaf) {
        List<Path> added = new ArrayList<>();
        addFolder(entry, Objects.requireNonNull(leaf.getParent()), added);
        Path key = rules.key(leaf);
        if (folders.containsKey(key)) {
            throw refused(entry, "is a file or link and a folder too");
        }
        Path before = leaves.put(key, leaf);
        if (before != null) {
            throw refused(entry, before.equals(leaf) ? "is there twice" : differsInCase(before));
        }
        return added;
    }

    private void addFolder(String entry, Path folder, List<Path> added) {
        Path key = rules.key(folder);
        Path before = folders.get(key);
        if (before == null) {
            addFolder(entry, Objects.requireNonNull(folder.getParent()), added);
            if (leaves.containsKey(key)) {
                throw refused(entry, "is a file or link and a folder too");
            }
            folders.put(key, folder);
            added.add(folder);
        } else if (!before.equals(folder)) {
            throw refused(entry, differsInCase(before));
        }
    }

    private static String differsInCase(@Nullable Path before) {
        return "cannot be told from '" + before + "' here, which differs in case or accents alone";
    }

    private RuntimeException refused(String entry, String why) {
        return ArchiveFailures.refused(archive, entry, why);
    }
}
