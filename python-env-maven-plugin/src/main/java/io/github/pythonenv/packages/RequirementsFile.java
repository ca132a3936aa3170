package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirements file, read as far as it names others. Source: pip's documentation, "Requirements File Format": lines
 * that end in a backslash are joined first, then comments are taken away, and only {@code ${UPPER_CASE}} expands.
 *
 * @param path the file
 * @param lines its lines
 */
record RequirementsFile(Path path, List<Line> lines) {

    private static final Pattern NESTED =
            Pattern.compile("(?:-r|--requirement|-c|--constraint)(?:\\s+|=|(?<=^-[rc]))\\s*(?<file>\\S.*)");
    private static final Pattern EDITABLE = Pattern.compile("(?:-e|--editable)(?:\\s+|=|(?<=^-e))\\s*(?<path>\\S.*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z0-9_]+)}");
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

    /**
     * A logical line.
     *
     * @param number of its first physical line, from 1
     * @param text without comment and surrounding white space, variables expanded
     */
    record Line(int number, String text) {}

    /**
     * The files, and all that they name by {@code -r} and {@code -c}, and those name, each once.
     *
     * @param environment the variables that may be used in the files
     * @throws UserFailure where a file is missing, naming the line that asks for it
     */
    static Collection<RequirementsFile> closure(List<Path> files, Map<String, String> environment) {
        Map<Path, RequirementsFile> read = new LinkedHashMap<>();
        Deque<Path> waiting = new ArrayDeque<>(files);
        while (!waiting.isEmpty()) {
            Path file = waiting.remove().normalize();
            if (!read.containsKey(file)) {
                RequirementsFile parsed = read(file, environment);
                read.put(file, parsed);
                waiting.addAll(parsed.nested());
            }
        }
        return read.values();
    }

    static RequirementsFile read(Path file, Map<String, String> environment) {
        try {
            return new RequirementsFile(file, logicalLines(Files.readString(file), environment));
        } catch (CharacterCodingException e) {
            throw new UserFailure(file + " is not written in UTF-8.", "Save it in UTF-8.", e);
        } catch (IOException e) {
            throw new UserFailure(
                    "The requirements file " + file + " cannot be read"
                            + (Files.exists(file) ? ": " + e : ": there is none."),
                    "Check the name in the plugin's configuration.",
                    e);
        }
    }

    /** The files named by {@code -r} and {@code -c}; a URL is none of ours. */
    List<Path> nested() {
        List<Path> nested = new ArrayList<>();
        for (Line line : lines) {
            Matcher matcher = NESTED.matcher(line.text);
            if (matcher.matches() && !URL.matcher(matcher.group("file")).matches()) {
                Path file = path.resolveSibling(matcher.group("file").strip()).normalize();
                if (!Files.isRegularFile(file)) {
                    throw new UserFailure(
                            path + ":" + line.number + ": " + file + ", which this line names, does not exist.",
                            "Names in a requirements file are relative to that file. Correct the line or add the file.");
                }
                nested.add(file);
            }
        }
        return nested;
    }

    /** The local folders that are installed as copies, not editable. */
    List<Path> localProjects() {
        return lines.stream()
                .map(Line::text)
                .filter(text -> !text.startsWith("-"))
                .map(text ->
                        text.replaceFirst("^[\\w.-]+(\\[[^]]*])?\\s*@\\s*", "").replaceFirst("^file://", ""))
                .map(text -> text.replaceFirst("\\s*[;\\[].*", ""))
                .filter(text -> text.startsWith(".") || text.startsWith("/"))
                .map(text -> path.resolveSibling(text).normalize())
                .filter(Files::isDirectory)
                .toList();
    }

    /** Whether every requirement is fixed by digest, so that there is nothing to resolve. */
    boolean hashed() {
        return lines.stream()
                .map(Line::text)
                .filter(text -> !text.startsWith("-") || EDITABLE.matcher(text).matches())
                .allMatch(text -> text.contains("--hash=") && text.contains("=="));
    }

    private static List<Line> logicalLines(String text, Map<String, String> environment) {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int first = 1;
        int number = 0;
        for (String physical : text.split("\r\n|\r|\n", -1)) {
            number++;
            if (joined.isEmpty()) {
                first = number;
            }
            // A comment line ends what was joined so far, whatever it ends in.
            boolean continues =
                    physical.endsWith("\\") && !physical.stripLeading().startsWith("#");
            joined.append(continues ? physical.substring(0, physical.length() - 1) : physical);
            if (!continues) {
                add(lines, first, joined.toString(), environment);
                joined.setLength(0);
            }
        }
        add(lines, first, joined.toString(), environment);
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, int number, String joined, Map<String, String> environment) {
        String text = joined.replaceFirst("(^|\\s+)#.*$", "").strip();
        if (!text.isEmpty()) {
            lines.add(new Line(number, expanded(text, environment)));
        }
    }

    private static String expanded(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Optional.ofNullable(environment.get(match.group(1))).orElse(match.group())));
    }
}
