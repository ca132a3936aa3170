package io.github.pythonenv.packages;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a package is needed, in the notation of {@code Requires-Dist}. Source: "Dependency specifiers" of the Python
 * packaging specifications.
 *
 * @param name of the package, normalized
 * @param extras of the package that are needed, normalized
 * @param specifier which versions will do, or where it is taken from, without credentials; may be empty
 * @param marker when it is needed
 */
record Requirement(String name, Set<String> extras, String specifier, Marker marker) {

    private static final Pattern NOTATION = Pattern.compile(
            "\\s*(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(?:\\[(?<extras>[^]]*)])?\\s*(?<rest>.*)",
            Pattern.DOTALL);

    /** The end of a URL is white space, that of versions the semicolon itself. */
    private static final Pattern URL = Pattern.compile("@\\s*(?<url>\\S+)(?:\\s+;(?<marker>.*))?", Pattern.DOTALL);

    /** Empty where the text is in no such notation. */
    static Optional<Requirement> parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest").strip();
        Matcher url = URL.matcher(rest);
        String specifier;
        String marker;
        if (url.matches()) {
            specifier = "@ " + Credentials.hidden(url.group("url"));
            marker = url.group("marker");
        } else {
            int semicolon = rest.indexOf(';');
            specifier = unwrapped(semicolon < 0 ? rest : rest.substring(0, semicolon));
            marker = semicolon < 0 ? null : rest.substring(semicolon + 1);
        }
        return Optional.of(new Requirement(
                PackageName.normal(matcher.group("name")),
                extras(matcher.group("extras")),
                specifier,
                MarkerParser.parse(marker == null ? "" : marker)));
    }

    private static Set<String> extras(@Nullable String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(","))
                        .filter(extra -> !extra.isBlank())
                        .map(PackageName::normal)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Older metadata has the versions in parentheses. */
    private static String unwrapped(String versions) {
        String bare = versions.strip();
        return bare.startsWith("(") && bare.endsWith(")")
                ? bare.substring(1, bare.length() - 1).strip()
                : bare;
    }
}
