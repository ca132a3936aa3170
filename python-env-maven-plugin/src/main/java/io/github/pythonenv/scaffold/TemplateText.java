package io.github.pythonenv.scaffold;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with words to fill in, {@code @artifactId@}, and lines that are there under a condition: between the lines
 * {@code %if java !ci} and {@code %end}, with {@code %else} between them or not. All that the condition names must be
 * features of the project, and what it names with a {@code !} must not; {@code a|b} is either.
 */
record TemplateText(String text) {

    private static final Pattern WORD = Pattern.compile("@(?<name>[a-zA-Z]+)@");

    /**
     * @param features the project's
     * @param words what is filled in, by name
     * @throws IllegalStateException where the template itself is wrong
     */
    String render(Set<String> features, Map<String, String> words) {
        StringBuilder rendered = new StringBuilder();
        Deque<Boolean> shown = new ArrayDeque<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String word = line.strip();
            if (word.startsWith("%if ")) {
                shown.push(holds(word.substring("%if ".length()), features));
            } else if (word.equals("%else")) {
                shown.push(!shown.pop());
            } else if (word.equals("%end")) {
                shown.pop();
            } else if (!shown.contains(false)) {
                rendered.append(filled(line, words)).append('\n');
            }
        }
        if (!shown.isEmpty()) {
            throw new IllegalStateException("%if without %end");
        }
        return rendered.toString();
    }

    static boolean holds(String condition, Set<String> features) {
        for (String word : condition.strip().split(" +", -1)) {
            boolean negative = word.startsWith("!");
            String[] either = (negative ? word.substring(1) : word).split("\\|", -1);
            if (Set.of(either).stream().anyMatch(features::contains) == negative) {
                return false;
            }
        }
        return true;
    }

    static String filled(String line, Map<String, String> words) {
        return WORD.matcher(line).replaceAll(found -> {
            String value = words.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("no word " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
