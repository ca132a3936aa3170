package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options in requirements files that say where packages come from, so that what was resolved with them is
 * installed with them. uv can write them into its output ({@code --emit-index-url}), but writes credentials from
 * variables with them, and folders that are relative to another file.
 */
final class IndexOptions {

    private static final Pattern KEPT = Pattern.compile("(?:-i|-f|--index-url|--extra-index-url|--find-links|--no-index"
            + "|--no-binary|--only-binary)(?:[\\s=].*|(?<=^-[if])\\S.*)?");
    private static final Pattern FOLDER =
            Pattern.compile("(?:-f|--find-links)(?:\\s*=\\s*|\\s+|(?<=^-f))(?<folder>(?![a-z+]+://)[^$].*)");

    private IndexOptions() {}

    /** The lines, good for a file in any folder; variables stay variables. */
    static List<String> of(RequirementsFiles files) {
        return files.lines().stream().flatMap(line -> option(line).stream()).toList();
    }

    /** The line, if it is such an option. */
    static Optional<String> option(RequirementLine line) {
        if (!(line instanceof RequirementLine.Option)
                || !KEPT.matcher(line.text()).matches()) {
            return Optional.empty();
        }
        Matcher folder = FOLDER.matcher(line.text());
        return Optional.of(
                folder.matches()
                        ? "--find-links "
                                + Path.of(line.at().file())
                                        .resolveSibling(folder.group("folder").strip())
                        : line.text());
    }
}
