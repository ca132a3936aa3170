package io.github.pythonenv.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects settings. What the user has set stays as it is, by whichever name. */
final class Settings {

    private final Surroundings surroundings;
    private final boolean atStartup;
    private final List<Setting> set = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final Map<Path, Boolean> folders = new LinkedHashMap<>();

    /** @param atStartup whether the interpreter applies settings when it starts */
    Settings(Surroundings surroundings, boolean atStartup) {
        this.surroundings = surroundings;
        this.atStartup = atStartup;
    }

    /**
     * Sets a variable.
     *
     * @param weaker variables that have the same effect where this one is not set: one that the user set counts, too
     */
    void variable(String name, Object value, String reason, String... weaker) {
        String text = String.valueOf(value);
        String users = surroundings.set(name);
        if (!users.isEmpty()) {
            withhold(name, text, "the user has set it to " + users);
            return;
        }
        for (String other : weaker) {
            if (!surroundings.set(other).isEmpty()) {
                withhold(name, text, "the user has set " + other + ", which it would override");
                return;
            }
        }
        set.add(new Setting.Variable(name, text, reason, List.of(weaker)));
    }

    /** Has the interpreter do something when it starts, if it does anything then. */
    void startup(Setting.Action action, String value, String reason) {
        if (atStartup) {
            set.add(new Setting.AtStartup(action, value, reason));
        } else {
            withhold(action.title(), value, "no variable sets it: set applyAtStartup, too");
        }
    }

    void withhold(String name, String value, String reason) {
        withheld.add(new Withheld(name, value, reason));
    }

    void contradiction(String message, String hint) {
        contradictions.add(new Contradiction(message, hint));
    }

    /** A folder that has to be there. */
    void folder(Path folder, boolean shared) {
        folders.put(folder, shared);
    }

    Tuning tuning() {
        return new Tuning(set, withheld, contradictions, folders);
    }
}
