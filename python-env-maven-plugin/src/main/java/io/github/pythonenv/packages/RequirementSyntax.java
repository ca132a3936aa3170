package io.github.pythonenv.packages;

import io.github.pythonenv.packages.RequirementLine.Hash;
import io.github.pythonenv.packages.RequirementLine.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a line of a requirements file is. Source: pip's documentation, "Requirements File Format" and "pip
 * install"; that only {@code ${UPPER_CASE}} expands, and that paths of packages are relative to the working directory
 * while those of files are relative to the file that names them, holds for uv as well.
 *
 * @param folder the working directory of uv
 * @param variables the values that may be used in the lines
 */
record RequirementSyntax(Path folder, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z0-9_]+)}");
    private static final Pattern NESTED =
            Pattern.compile("(?<option>-r|--requirement|-c|--constraint)(?:\\s*=\\s*|\\s+|(?<=^-[rc]))(?<file>\\S.*)");
    private static final Pattern EDITABLE =
            Pattern.compile("(?:-e|--editable)(?:\\s*=\\s*|\\s+|(?<=^-e))(?<what>\\S.*)");
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
    private static final Pattern VERSION_CONTROL = Pattern.compile("(?:git|hg|svn|bzr)\\+.*");
    private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:[\\\\/].*");
    private static final Pattern NAME_AT = Pattern.compile("^[\\w.-]+\\s*(?:\\[[^]]*])?\\s*@\\s*");
    private static final Pattern OPTIONS_AND_MARKER = Pattern.compile("\\s+(?:--\\S|;).*$");
    private static final Pattern EXTRAS = Pattern.compile("\\[[^]]*]$");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(?:whl|zip|tar\\.gz|tgz|tar\\.bz2|tar\\.xz)");
    private static final Pattern HASH = Pattern.compile("\\s--hash(?:=|\\s)");

    /**
     * @param beside the folder of the file that the line is in
     * @param at where it is, for messages
     */
    RequirementLine read(Path beside, Location at, String text) {
        String expanded = expanded(text);
        Matcher nested = NESTED.matcher(expanded);
        if (nested.matches() && !isUrl(nested.group("file"))) {
            boolean constraint = nested.group("option").matches("-c|--constraint");
            Path file = beside.resolve(nested.group("file").strip()).normalize();
            return new RequirementLine.Nested(at, text, file, constraint);
        }
        Matcher editable = EDITABLE.matcher(expanded);
        if (editable.matches()) {
            return located(at, text, editable.group("what"), true);
        }
        if (expanded.startsWith("-")) {
            return new RequirementLine.Option(at, text);
        }
        return located(at, text, expanded, false);
    }

    private RequirementLine located(Location at, String text, String expanded, boolean editable) {
        Hash hash = Hash.of(HASH.matcher(expanded).find());
        String bare = OPTIONS_AND_MARKER.matcher(expanded).replaceFirst("").strip();
        String where = NAME_AT.matcher(bare).replaceFirst("").strip();
        if (isUrl(where) && !where.startsWith("file:")) {
            boolean sources = editable || VERSION_CONTROL.matcher(where).matches();
            return new RequirementLine.Fetched(at, text, sources ? Hash.IMPOSSIBLE : hash);
        }
        String path = EXTRAS.matcher(where).replaceFirst("");
        return editable || !where.equals(bare) || looksLikePath(path)
                ? new RequirementLine.Local(at, text, path(path), editable)
                : new RequirementLine.Fetched(at, text, hash);
    }

    private static boolean isUrl(String text) {
        return URL.matcher(text).matches() && !DRIVE.matcher(text).matches();
    }

    private static boolean looksLikePath(String text) {
        return text.startsWith(".")
                || text.contains("/")
                || text.contains("\\")
                || ARCHIVE.matcher(text).matches();
    }

    private Path path(String text) {
        try {
            if (text.startsWith("file://")) {
                return Path.of(URI.create(text.replaceFirst("#.*$", "").replace(" ", "%20")));
            }
            return folder.resolve(text.startsWith("file:") ? text.substring(5) : text)
                    .normalize();
        } catch (IllegalArgumentException e) {
            // No path of this system: uv will say so, in its own words.
            return folder.resolve("unreadable");
        }
    }

    private String expanded(String text) {
        return expanded(text, variables);
    }

    /** A variable without a value stays as it is written, as with pip. */
    static String expanded(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
    }
}
