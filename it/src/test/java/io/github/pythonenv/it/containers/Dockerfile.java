package io.github.pythonenv.it.containers;

import java.util.ArrayList;
import java.util.List;

/**
 * What a Dockerfile says, in its order. Source: Docker's Dockerfile reference.
 *
 * @param stages each begins with a {@code FROM}; the last one is the image
 */
record Dockerfile(List<Stage> stages) {

    /** @param base the image it stands on */
    record Stage(String base, String name, List<Instruction> instructions) {}

    /** @param word for example {@code RUN} */
    record Instruction(String word, String rest) {}

    static Dockerfile parse(String text) {
        List<Stage> stages = new ArrayList<>();
        for (Instruction instruction : instructions(text)) {
            if (instruction.word().equals("FROM")) {
                String[] words = instruction.rest().split("\\s+", -1);
                String name = words.length == 3 ? words[2] : Integer.toString(stages.size());
                stages.add(new Stage(words[0], name, new ArrayList<>()));
            } else {
                stages.get(stages.size() - 1).instructions().add(instruction);
            }
        }
        return new Dockerfile(stages);
    }

    private static List<Instruction> instructions(String text) {
        List<Instruction> all = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            if (line.endsWith("\\")) {
                begun.append(line, 0, line.length() - 1);
                continue;
            }
            String[] parts = begun.append(line).toString().split("\\s+", 2);
            all.add(new Instruction(parts[0], parts[1]));
            begun.setLength(0);
        }
        return all;
    }
}
