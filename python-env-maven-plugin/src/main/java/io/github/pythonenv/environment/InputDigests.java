package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digests of what an environment is made from.
 *
 * @param settings SHA-256 of {@link EnvironmentRequest#describe()}
 * @param files SHA-256 of each input file by its absolute path, {@link #ABSENT} where there is none
 * @param trees SHA-256 of each source tree by its absolute path
 */
record InputDigests(String settings, Map<Path, String> files, Map<Path, String> trees) {

    /** Stands for a file that was looked for and is not there: its appearing is a change too. */
    static final String ABSENT = "absent";

    /** Digests the files and trees that the request's inputs name now. */
    static InputDigests of(EnvironmentRequest request) {
        return of(
                request,
                withLock(request, request.inputs().inputFiles()),
                request.inputs().sourceTrees());
    }

    /**
     * Digests the same files and trees as another time. A file can only join the inputs by way of one that is among
     * them already, so this finds every change without reading the inputs' grammar.
     */
    InputDigests again(EnvironmentRequest request) {
        return of(request, withLock(request, files.keySet()), trees.keySet());
    }

    /** Whether the lock is, or is not, what it was another time. */
    boolean sameLock(InputDigests other, EnvironmentRequest request) {
        return Objects.equals(
                files.get(request.lock().file()), other.files.get(request.lock().file()));
    }

    private static Collection<Path> withLock(EnvironmentRequest request, Collection<Path> files) {
        if (!request.lock().present()) {
            return files;
        }
        Set<Path> all = new TreeSet<>(files);
        all.add(request.lock().file());
        return all;
    }

    /** Whether nothing changed. The record's own {@code equals} would be linked at its first call, for milliseconds. */
    boolean sameAs(InputDigests other) {
        return settings.equals(other.settings) && files.equals(other.files) && trees.equals(other.trees);
    }

    /** What differs from {@code earlier}, a phrase each for a person; empty when nothing does. */
    List<String> changesSince(InputDigests earlier) {
        List<String> changes = new ArrayList<>();
        if (sameAs(earlier)) {
            return changes;
        }
        if (!settings.equals(earlier.settings)) {
            changes.add("the configuration changed");
        }
        addChanged(changes, earlier.files, files);
        addChanged(changes, earlier.trees, trees);
        return changes;
    }

    private static void addChanged(List<String> changes, Map<Path, String> before, Map<Path, String> now) {
        now.forEach((path, digest) -> {
            if (!before.containsKey(path)) {
                changes.add(path.getFileName() + " is new among the inputs");
            } else if (!digest.equals(before.get(path))) {
                changes.add(path.getFileName() + (digest.equals(ABSENT) ? " is gone" : " changed"));
            }
        });
        before.keySet().stream()
                .filter(path -> !now.containsKey(path))
                .forEach(path -> changes.add(path.getFileName() + " is no longer among the inputs"));
    }

    private static InputDigests of(EnvironmentRequest request, Collection<Path> files, Collection<Path> trees) {
        Map<Path, String> fileDigests = new TreeMap<>();
        for (Path file : files) {
            fileDigests.put(file, digest(file));
        }
        Map<Path, String> treeDigests = new TreeMap<>();
        for (Path tree : trees) {
            treeDigests.put(tree, SourceTree.digest(tree));
        }
        return new InputDigests(
                Digests.sha256(request.describe().getBytes(StandardCharsets.UTF_8)), fileDigests, treeDigests);
    }

    /** An input that is there and cannot be read. */
    static UserFailure unreadable(Path input, IOException e) {
        return new UserFailure(
                "The environment is made from " + input + ", which cannot be read: " + FileFault.why(e) + ".",
                "Give this user the right to read it.",
                e);
    }

    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file) ? Digests.sha256(Files.readAllBytes(file)) : ABSENT;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
