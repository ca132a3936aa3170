package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tests are run.
 *
 * @param nodes files, folders or node ids ({@code test_a.py::test_x}), absolute
 * @param expression what names have to fit, in the language of pytest's {@code -k}; empty for all names
 * @param missing places that were named and are not there
 */
public record TestSelection(List<String> nodes, String expression, List<String> missing) {

    /** Every test. */
    public static final TestSelection ALL = new TestSelection(List.of(), "", List.of());

    public TestSelection {
        nodes = List.copyOf(nodes);
        missing = List.copyOf(missing);
    }

    /**
     * Reads what a person wrote: items separated by commas that do not stand in brackets. An item is a place if it has a
     * {@code /} or {@code ::} or ends in {@code .py}, or if such a file or folder is there; else an expression. Places
     * are looked for in the project's folder, then in the test folders.
     *
     * @throws UserFailure where places and expressions are mixed
     */
    public static TestSelection of(String text, Path project, List<Path> folders) {
        List<String> items = items(text);
        List<Path> bases = Stream.concat(Stream.of(project), folders.stream()).toList();
        List<String> places = items.stream()
                .filter(item -> looksLikePlace(item) || node(item, bases).isPresent())
                .toList();
        if (places.isEmpty()) {
            return new TestSelection(List.of(), expression(items), List.of());
        }
        if (places.size() < items.size()) {
            throw new UserFailure(
                    "The selection of tests <" + text + "> names files and also words to look for in names.",
                    "Name either files (test_a.py, test_a.py::test_x) or words (test_x, 'fast and not gpu').");
        }
        return new TestSelection(
                places.stream().flatMap(item -> node(item, bases).stream()).toList(),
                "",
                places.stream().filter(item -> node(item, bases).isEmpty()).toList());
    }

    private static boolean looksLikePlace(String item) {
        return item.contains("::") || item.contains("/") || item.endsWith(".py");
    }

    /** The item with the absolute path of its file, if that is there. */
    private static Optional<String> node(String item, List<Path> bases) {
        int end = item.indexOf("::");
        String file = end < 0 ? item : item.substring(0, end);
        return bases.stream()
                .map(base -> base.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(path -> path + item.substring(file.length()));
    }

    private static String expression(List<String> items) {
        return items.size() == 1
                ? items.get(0)
                : items.stream().map(item -> "(" + item + ")").collect(Collectors.joining(" or "));
    }

    /** Brackets are left whole: {@code test_sum[1,2]} is one test. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == ',' && (depth <= 0 || i == text.length())) {
                String item = text.substring(begin, i).strip();
                if (!item.isEmpty()) {
                    items.add(item);
                }
                begin = i + 1;
            }
        }
        return items;
    }
}
