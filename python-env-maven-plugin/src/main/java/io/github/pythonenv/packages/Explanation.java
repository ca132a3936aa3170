package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Why something failed, as a tool says it: in some cases hundreds of lines, of which a person needs the first, the last and
 * those that name what is wrong.
 *
 * @param lines all of them
 */
record Explanation(List<String> lines) {

    private static final int MOST = 18;
    private static final int FIRST = 4;
    private static final int TELLING = 8;
    private static final int LAST = 5;

    /** In characters; a list of all versions of a package can be longer than a page. */
    private static final int WIDTH = 500;

    private static final Pattern NAMES_A_REASON =
            Pattern.compile("(?i).*(\\berror\\b|\\bfatal\\b|no such file|not found|cause:|hint:|you require).*");

    Explanation {
        lines = List.copyOf(lines);
    }

    /** What matters of it; where that is not all, the file has all of it, and the last line says so. */
    List<String> kept(Path wholeText) {
        List<String> brief = brief();
        if (brief.equals(lines)) {
            return lines;
        }
        try {
            Files.createDirectories(wholeText.toAbsolutePath().getParent());
            Files.write(wholeText, lines);
        } catch (IOException e) {
            return lines;
        }
        brief.add("(The whole text is in " + wholeText + ".)");
        return brief;
    }

    private List<String> brief() {
        List<String> brief = new ArrayList<>();
        int before = -1;
        for (int index : chosen()) {
            if (index > before + 1) {
                brief.add("…");
            }
            String line = lines.get(index);
            brief.add(
                    line.length() > WIDTH
                            ? line.substring(0, WIDTH - 100) + " … " + line.substring(line.length() - 100)
                            : line);
            before = index;
        }
        return brief;
    }

    private TreeSet<Integer> chosen() {
        TreeSet<Integer> chosen = new TreeSet<>();
        boolean few = lines.size() <= MOST;
        IntStream.range(0, lines.size())
                .filter(index -> few || index < FIRST || index >= lines.size() - LAST)
                .forEach(chosen::add);
        IntStream.range(0, lines.size())
                .filter(index -> !chosen.contains(index))
                .filter(index -> NAMES_A_REASON.matcher(lines.get(index)).matches())
                .limit(TELLING)
                .forEach(chosen::add);
        return chosen;
    }
}
