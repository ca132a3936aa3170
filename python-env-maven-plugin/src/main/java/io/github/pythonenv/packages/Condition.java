package io.github.pythonenv.packages;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When something is wanted: under all markers of one of these sets. An empty set among them means always, none at all
 * never.
 */
record Condition(Set<Set<String>> alternatives) {

    static final Condition NEVER = new Condition(Set.of());
    static final Condition ALWAYS = new Condition(Set.of(Set.of()));

    /** A marker that holds everywhere, and one that holds nowhere. */
    static final String TRUE = "python_version >= '0'";

    static final String FALSE = "python_version < '0'";

    private static final Pattern EXTRA = Pattern.compile("extra\\s*(?<operator>==|!=)\\s*([\"'])(?<name>[^\"']*)\\2");

    static Condition of(String marker) {
        return ALWAYS.and(marker);
    }

    /** The marker with its questions about extras answered, which requirements files do not know. */
    static String withExtras(String marker, Set<String> extras) {
        String answered = EXTRA.matcher(marker).replaceAll(question -> {
            boolean chosen = extras.contains(PackageName.normal(question.group(3)));
            return Matcher.quoteReplacement(chosen == question.group(1).equals("==") ? TRUE : FALSE);
        });
        if (answered.equals(marker) || answered.contains(" or ")) {
            return answered;
        }
        Set<String> parts = new LinkedHashSet<>();
        for (String part : answered.split(" and ", -1)) {
            if (part.strip().equals(FALSE)) {
                return FALSE;
            }
            if (!part.strip().equals(TRUE)) {
                parts.add(part.strip());
            }
        }
        return String.join(" and ", parts);
    }

    /** This, and the marker too. */
    Condition and(String marker) {
        if (marker.isEmpty() || marker.equals(TRUE)) {
            return this;
        }
        if (marker.equals(FALSE)) {
            return NEVER;
        }
        // One spelling, or the same marker would count twice.
        String spelt = marker.contains("'") ? marker : marker.replace('"', '\'');
        Set<Set<String>> all = new LinkedHashSet<>();
        for (Set<String> alternative : alternatives) {
            Set<String> more = new TreeSet<>(alternative);
            more.add(spelt);
            all.add(more);
        }
        return new Condition(all);
    }

    /** This or that. */
    Condition or(Condition other) {
        Set<Set<String>> all = new LinkedHashSet<>(alternatives);
        all.addAll(other.alternatives);
        // What asks for more than another one adds nothing.
        all.removeIf(one -> all.stream().anyMatch(less -> less.size() < one.size() && one.containsAll(less)));
        return new Condition(all);
    }

    boolean never() {
        return alternatives.isEmpty();
    }

    /** As a marker; empty where it always holds. */
    String marker() {
        if (never()) {
            return FALSE;
        }
        if (alternatives.stream().anyMatch(Set::isEmpty)) {
            return "";
        }
        boolean several = alternatives.size() > 1;
        return alternatives.stream()
                .map(all -> all.stream()
                        .map(one -> all.size() > 1 && one.contains(" or ") ? "(" + one + ")" : one)
                        .collect(Collectors.joining(" and ")))
                .map(text -> several ? "(" + text + ")" : text)
                .collect(Collectors.joining(" or "));
    }
}
