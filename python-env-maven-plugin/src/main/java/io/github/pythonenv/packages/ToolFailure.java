package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pip and uv say when they fail, in their own words, with what to do next. */
final class ToolFailure {

    /** What uv says of its progress before it fails. */
    private static final Pattern PROGRESS = Pattern.compile(
            "(Using (C?Python|virtual)|Resolved \\d|Prepared \\d"
                    + "|Creating virtual|Installed \\d|Uninstalled \\d|Audited|Checked).*|\\s*(Downloading|Downloaded|Building|Built) .*");

    /** The place in a requirements file as uv gives it: how many bytes lie before. */
    private static final Pattern POSITION = Pattern.compile("`(?<file>[^`]+)` at position (?<bytes>\\d+)");

    /** A file of ours, by its name. */
    private static final Pattern SCRATCH =
            Pattern.compile("[^\\s`]*?(packages|constraints|uv\\.lock|pylock|poetry\\.lock|Pipfile\\.lock)-\\d+\\.in");

    private ToolFailure() {}

    /**
     * The failure.
     *
     * @param what what could not be done, as the beginning of a sentence
     * @param lines what the tool said
     * @param folder where it was started
     * @param variables with which it was
     */
    static UserFailure of(String what, List<String> lines, Path folder, Map<String, String> variables) {
        List<String> telling = telling(lines, folder);
        return failure(what, telling, telling, variables);
    }

    /** The same, shortened; what is long stands in that file as a whole. */
    static UserFailure of(String what, List<String> lines, Path folder, Map<String, String> variables, Path wholeText) {
        List<String> telling = telling(lines, folder);
        return failure(what, telling, new Explanation(telling).kept(wholeText), variables);
    }

    private static List<String> telling(List<String> lines, Path folder) {
        return lines.stream()
                .filter(line -> !PROGRESS.matcher(line).matches())
                .dropWhile(String::isBlank)
                .map(line -> placed(line, folder))
                .map(line -> SCRATCH.matcher(line).replaceAll("<$1>"))
                .map(Credentials::hidden)
                .toList();
    }

    private static UserFailure failure(
            String what, List<String> telling, List<String> kept, Map<String, String> variables) {
        String said = String.join("\n", telling);
        String remark = FailureKind.wantsLogin(said) ? UnlistedServer.remark(variables) : "";
        return new UserFailure(
                what + ":\n  " + String.join("\n  ", kept).stripTrailing(), remark + FailureKind.hintFor(said));
    }

    private static String placed(String line, Path folder) {
        return POSITION.matcher(line).replaceAll(match -> Matcher.quoteReplacement(place(match, folder)));
    }

    private static String place(MatchResult match, Path folder) {
        try {
            byte[] contents = Files.readAllBytes(folder.resolve(match.group(1)));
            int before = Math.min(Integer.parseInt(match.group(2)), contents.length);
            int line = 1;
            for (int i = 0; i < before; i++) {
                line += contents[i] == '\n' ? 1 : 0;
            }
            return "`" + match.group(1) + ":" + line + "`";
        } catch (IOException | InvalidPathException | NumberFormatException e) {
            return match.group();
        }
    }
}
