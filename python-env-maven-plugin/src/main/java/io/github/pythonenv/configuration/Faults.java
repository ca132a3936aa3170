package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What cannot be understood in a configuration: told together, so that a person mends it in one go. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    /** A key that nobody knows. */
    void unknown(String document, String place, String key, Collection<String> known) {
        String near = NearName.of(key, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("there can be " + String.join(", ", known) + ".");
        found.add(document + ", " + place + ": \"" + key + "\" is not known here; " + near);
    }

    /** A value of another kind than its key takes. */
    void misfit(String document, String place, String key, String wanted) {
        found.add(document + ", " + place + ": \"" + key + "\" has to be " + wanted + "."
                + (wanted.contains("text") ? " Texts stand in double quotes in JSON." : ""));
    }

    /** Anything else. */
    void add(String document, String place, String what) {
        found.add(document + ", " + place + ": " + what);
    }

    /** @throws UserFailure where there are any */
    void refuse() {
        if (!found.isEmpty()) {
            throw new UserFailure(
                    found.size() == 1
                            ? found.get(0)
                            : "The configuration has " + found.size() + " faults:\n  - " + String.join("\n  - ", found),
                    "Correct it there. Every key is described by the JSON Schema of python-env.json, which editors"
                            + " understand, and in the documentation under \"python-env.json\".");
        }
    }
}
