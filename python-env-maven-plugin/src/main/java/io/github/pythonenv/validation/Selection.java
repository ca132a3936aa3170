package io.github.pythonenv.validation;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Chooses among checks by their ids and categories. */
public final class Selection {

    private Selection() {}

    /**
     * Those chosen, in their own order.
     *
     * @param words ids and categories to run, or with {@code !} before them not to run; all are run unless one is named
     *     without
     * @throws UserFailure where a word is neither
     */
    public static List<Check> of(List<Check> checks, List<String> words) {
        Set<Check> chosen = new LinkedHashSet<>();
        boolean positive = words.stream().anyMatch(word -> !word.startsWith("!"));
        if (!positive) {
            chosen.addAll(checks);
        }
        for (String word : words) {
            if (!word.startsWith("!")) {
                chosen.addAll(meant(checks, word));
            }
        }
        for (String word : words) {
            if (word.startsWith("!")) {
                chosen.removeAll(meant(checks, word.substring(1)));
            }
        }
        List<Check> ordered = new ArrayList<>(checks);
        ordered.retainAll(chosen);
        return ordered;
    }

    /**
     * Sees that the user's own checks can be told from the others.
     *
     * @param part of {@code python-env.json}, where they are written
     * @throws UserFailure where one is called like another one or a category
     */
    public static void refuseTaken(List<Check> checks, List<UserCheck> own, String part) {
        Set<String> taken = new TreeSet<>();
        checks.forEach(check -> {
            taken.add(check.id());
            taken.add(check.category().id());
        });
        own.stream().map(UserCheck::id).filter(taken::contains).findFirst().ifPresent(id -> {
            throw new UserFailure(
                    "A check of your own is called " + id + ", as one of the plugin's or a category is.",
                    "Give it another name in the " + part + " part of python-env.json.");
        });
    }

    private static List<Check> meant(List<Check> checks, String word) {
        List<Check> meant = checks.stream()
                .filter(check ->
                        check.id().equals(word) || check.category().id().equals(word))
                .toList();
        if (meant.isEmpty()) {
            Set<String> categories = new TreeSet<>();
            Set<String> ids = new TreeSet<>();
            checks.forEach(check -> {
                categories.add(check.category().id());
                ids.add(check.id());
            });
            List<String> all = Stream.concat(categories.stream(), ids.stream()).toList();
            throw new UserFailure(
                    "There is no check and no category of checks '" + word + "'.",
                    NearName.question(word, all) + "Categories are " + String.join(", ", categories) + "; checks are "
                            + String.join(", ", ids) + ".");
        }
        return meant;
    }
}
