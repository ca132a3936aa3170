package io.github.pythonenv.packages;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markers of a PEP 751 lock with its questions about extras and groups answered, so that a requirements file can
 * carry them, whose markers know neither.
 *
 * @param extras those asked for
 * @param groups those asked for, and the lock's default ones
 */
record PylockMarkers(Set<String> extras, Set<String> groups) {

    private static final Pattern QUESTION =
            Pattern.compile("([\"'])(?<name>[^\"']*)\\1\\s+(?<not>not\\s+)?in\\s+(?<set>extras|dependency_groups)");

    static PylockMarkers of(PylockFile file) {
        Set<String> extras = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        file.asked().extras().forEach(extra -> extras.add(PackageName.normal(extra)));
        file.asked().groups().forEach(group -> groups.add(PackageName.normal(group)));
        groups.addAll(file.names("default-groups"));
        return new PylockMarkers(extras, groups);
    }

    String resolved(String marker) {
        return QUESTION.matcher(marker).replaceAll(this::answer);
    }

    /** A comparison that is always true, or never. */
    private String answer(MatchResult question) {
        Set<String> set = question.group(4).equals("extras") ? extras : groups;
        boolean holds = set.contains(PackageName.normal(question.group(2))) == (question.group(3) == null);
        return Matcher.quoteReplacement(holds ? Condition.TRUE : Condition.FALSE);
    }
}
