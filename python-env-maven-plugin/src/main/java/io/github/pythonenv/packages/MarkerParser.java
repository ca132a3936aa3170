package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads environment markers. Source: the grammar in "Dependency specifiers" of the Python packaging specifications. */
final class MarkerParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<text>\"[^\"]*\"|'[^']*')|(?<operator>===|[=!<>~]=|[<>]|not\\s+in\\b|in\\b)"
                    + "|(?<word>and\\b|or\\b|[()])|(?<variable>[A-Za-z_][A-Za-z_.]*))");

    /** What older metadata calls the variables. */
    private static final Map<String, String> OLD_NAMES = Map.of(
            "os.name", "os_name",
            "sys.platform", "sys_platform",
            "platform.version", "platform_version",
            "platform.machine", "platform_machine",
            "platform.python_implementation", "platform_python_implementation",
            "python_implementation", "platform_python_implementation");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private MarkerParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(text);
        }
    }

    /** The marker. One that nobody can read holds always: rather a requirement too many than one that is hidden. */
    static Marker parse(String text) {
        return read(text).orElseGet(Marker.Always::new);
    }

    /** Whether a text is a marker. */
    static boolean reads(String text) {
        return read(text).isPresent();
    }

    private static Optional<Marker> read(String text) {
        try {
            MarkerParser parser = new MarkerParser(text);
            Marker marker = parser.any();
            return parser.at == parser.tokens.size() ? Optional.of(marker) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Marker any() {
        List<Marker> parts = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Marker.Any(parts);
    }

    private Marker all() {
        List<Marker> parts = new ArrayList<>(List.of(one()));
        while (accept("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Marker.All(parts);
    }

    private Marker one() {
        if (accept("(")) {
            Marker inner = any();
            if (!accept(")")) {
                throw new IllegalArgumentException("no end of parentheses");
            }
            return inner;
        }
        Marker.Value left = value();
        String operator = next().replaceAll("\\s+", " ");
        return new Marker.Comparison(left, operator, value());
    }

    private Marker.Value value() {
        String token = next();
        char first = token.charAt(0);
        if (first == '"' || first == '\'') {
            return new Marker.Value(token.substring(1, token.length() - 1), false);
        }
        return new Marker.Value(OLD_NAMES.getOrDefault(token, token), true);
    }

    private boolean accept(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        if (there) {
            at++;
        }
        return there;
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("it ends too early");
        }
        return tokens.get(at++);
    }
}
