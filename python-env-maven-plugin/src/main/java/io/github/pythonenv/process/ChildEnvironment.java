package io.github.pythonenv.process;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The variables that a child process gets: ours, without those that would send it elsewhere. */
public final class ChildEnvironment {
    private ChildEnvironment() {}

    /**
     * Takes out what {@link RemovedVariables} lists and keeps everything else.
     *
     * @param inherited the variables of this process
     * @return a map of its own, to which the caller adds what a command needs
     */
    public static Map<String, String> from(Map<String, String> inherited) {
        Map<String, String> kept = new TreeMap<>();
        inherited.forEach((name, value) -> {
            if (!RemovedVariables.contains(name.toUpperCase(Locale.ROOT))) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
