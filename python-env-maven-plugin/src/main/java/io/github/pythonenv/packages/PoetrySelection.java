package io.github.pythonenv.packages;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a project of Poetry is wanted.
 *
 * @param groups the groups, {@code main} among them
 * @param extras the extras
 */
record PoetrySelection(Set<String> groups, Set<String> extras) {

    /** @throws UserFailure where a group or an extra is asked for that the project does not have */
    static PoetrySelection of(PoetryLock lock, PoetryProject project) {
        Map<String, Boolean> known = project.groups();
        Set<String> groups = new LinkedHashSet<>(Set.of("main"));
        known.forEach((group, optional) -> {
            if (lock.defaultGroups() && !optional) {
                groups.add(group);
            }
        });
        lock.groups().forEach(group -> groups.add(known("group", group, known.keySet(), lock)));
        Set<String> extras = new TreeSet<>();
        lock.extras().forEach(extra -> extras.add(known("extra", extra, project.extras(), lock)));
        return new PoetrySelection(groups, extras);
    }

    private static String known(String kind, String name, Collection<String> known, PoetryLock lock) {
        String normalized = PackageName.normal(name);
        if (!known.contains(normalized)) {
            throw new UserFailure(
                    "The project in " + lock.folder() + " has no " + kind + " " + name + ".",
                    known.isEmpty()
                            ? "It has no " + kind + " at all: take it out of <" + kind
                                    + "s>, or add it to pyproject.toml and run" + " poetry lock."
                            : NearName.question(normalized, known) + "It has " + String.join(", ", new TreeSet<>(known))
                                    + ".");
        }
        return normalized;
    }
}
