package io.github.pythonenv.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of asking a program what Python it is.
 *
 * @param facts what it said, by the keys of {@code interpreter.py}; empty if it did not answer
 * @param silence why it did not answer; empty if it did
 */
record Answer(Map<String, String> facts, String silence) {
    private static final String SILENCE = "silence";

    Answer {
        facts = Map.copyOf(facts);
    }

    static Answer silent(String why) {
        return new Answer(Map.of(), why);
    }

    boolean given() {
        return silence.isEmpty();
    }

    /** What it said, or an empty text. */
    String fact(String key) {
        return facts.getOrDefault(key, "");
    }

    /** Nothing if these lines are not what the script prints from its beginning to its end. */
    static Optional<Answer> parse(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                facts.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return facts.remove("end") == null
                        || !facts.getOrDefault("version", "").matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}")
                        || facts.getOrDefault("executable", "").isBlank()
                        || facts.getOrDefault("base", "").isBlank()
                ? Optional.empty()
                : Optional.of(new Answer(facts, ""));
    }

    Map<String, String> record() {
        return given() ? facts : Map.of(SILENCE, silence);
    }

    static Answer of(Map<String, String> record) {
        String silence = record.getOrDefault(SILENCE, "");
        return silence.isEmpty() ? new Answer(record, "") : silent(silence);
    }
}
