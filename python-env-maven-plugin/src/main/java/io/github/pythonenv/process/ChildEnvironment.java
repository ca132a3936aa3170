package io.github.pythonenv.process;

import java.io.File;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables that a child process gets: ours, without those that would send uv, pip or Python elsewhere. Which ones
 * these are, and why, says {@link VariableRules}.
 */
public final class ChildEnvironment {
    private ChildEnvironment() {}

    /**
     * Takes out what the rules remove and keeps everything else. Names are compared without case on every system: on
     * Windows they are the same variable, elsewhere the other spellings mislead build tools in the same way.
     *
     * @param inherited the variables of this process
     * @return a map of its own, to which the caller adds what a command needs; on Windows {@code put("PATH", …)}
     *     replaces {@code Path}
     */
    public static Map<String, String> from(Map<String, String> inherited) {
        return from(inherited, names());
    }

    /** All of them, in a map of its own that finds a name as the system does: on Windows {@code Path} is {@code PATH}. */
    public static Map<String, String> copyOf(Map<String, String> variables) {
        Map<String, String> copy = new TreeMap<>(names());
        copy.putAll(variables);
        return copy;
    }

    private static Comparator<String> names() {
        boolean windows = File.separatorChar == '\\';
        return windows ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
    }

    static Map<String, String> from(Map<String, String> inherited, Comparator<String> names) {
        SortedMap<String, String> kept = new TreeMap<>(names);
        inherited.forEach((name, value) -> {
            if (!VariableRules.removes(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
