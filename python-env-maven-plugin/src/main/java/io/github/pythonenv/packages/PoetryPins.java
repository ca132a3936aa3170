package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes out of a {@code poetry.lock} what is wanted. */
final class PoetryPins {

    private PoetryPins() {}

    static PinnedLines of(PoetryLock lock) {
        PoetryProject project = lock.project();
        PoetryLockFile file = PoetryLockFile.read(lock.file());
        PoetrySelection selection = PoetrySelection.of(lock, project);
        List<String> lines = new ArrayList<>();
        List<LocalProject> copies = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        for (Map.Entry<PoetryPackage, Condition> wanted :
                wanted(file, project, selection).entrySet()) {
            PoetryPackage locked = wanted.getKey();
            boolean hashed = !locked.sourceType().equals("directory")
                    && !locked.sourceType().equals("git");
            lines.add(PinnedLines.line(
                    locked.requirement(lock.folder()),
                    wanted.getValue().marker(),
                    hashed ? locked.hashes() : List.of()));
            sources.add(locked.source().path("reference").asString(""));
            if (locked.sourceType().equals("directory") && !locked.develop()) {
                copies.add(new LocalProject(locked.place(lock.folder())));
            }
        }
        if (project.isPackage()) {
            lines.add((lock.editable() ? "-e " : "") + lock.folder());
            if (!lock.editable()) {
                copies.add(new LocalProject(lock.folder()));
            }
        }
        List<LockIndex> indexes = project.indexes().stream()
                .filter(index -> index.main() || sources.contains(index.name()))
                .toList();
        return new PinnedLines(lines, indexes, copies, List.of());
    }

    private static Map<PoetryPackage, Condition> wanted(
            PoetryLockFile file, PoetryProject project, PoetrySelection selection) {
        return file.selective() || file.packages().isEmpty()
                ? PoetryGroups.wanted(file, selection)
                : new PoetryGraph(file, project, selection).wanted();
    }
}
