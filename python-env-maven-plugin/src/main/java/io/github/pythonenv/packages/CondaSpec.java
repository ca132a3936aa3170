package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package as {@code environment.yml} asks for it. Source: conda's documentation, "Package match specifications".
 *
 * @param name its name in conda
 * @param version what is said of the version, in conda's notation; empty where all will do
 */
record CondaSpec(String name, String version) {

    private static final Pattern SPEC = Pattern.compile(
            "(?:[^\\s=<>!~\\[]+::)?(?<name>[A-Za-z0-9_][A-Za-z0-9_.-]*)\\s*(?<rest>[^\\[]*)(?:\\[(?<keys>.*)])?\\s*");
    private static final Pattern VERSION_KEY = Pattern.compile("version\\s*=\\s*(['\"]?)(?<version>[^'\"\\]]+)\\1");
    private static final Pattern CLAUSE =
            Pattern.compile("(?<operator>===?|=|!=|~=|>=|<=|>|<)?\\s*(?<version>[^\\s=<>!~,|]+)");

    /** Nothing where it is no such specification. */
    static Optional<CondaSpec> parse(String text) {
        Matcher said = SPEC.matcher(text.strip());
        if (!said.matches()) {
            return Optional.empty();
        }
        String version = said.group("rest").strip();
        Matcher key =
                VERSION_KEY.matcher(Optional.ofNullable(said.group("keys")).orElse(""));
        if (key.find()) {
            version = key.group("version").strip();
        }
        return Optional.of(new CondaSpec(said.group("name"), withoutBuild(version)));
    }

    /** {@code =1.2=py311_0}, {@code ==1.2=0} and {@code 1.2 py311_0} end in the name of a build, which only conda has. */
    private static String withoutBuild(String version) {
        Matcher exact = Pattern.compile("(?<version>=?=?\\s*[^\\s=<>!~,|]+)(?:=|\\s+)[^\\s=<>!~,|]+")
                .matcher(version);
        return exact.matches() ? exact.group("version") : version;
    }

    /**
     * What is said of the version as PEP 440 writes it; nothing where that cannot say it, as it cannot alternatives.
     */
    Optional<String> specifier() {
        if (version.isEmpty() || version.equals("*")) {
            return Optional.of("");
        }
        if (version.contains("|")) {
            return Optional.empty();
        }
        List<String> clauses = new ArrayList<>();
        for (String clause : version.split(",", -1)) {
            Matcher said = CLAUSE.matcher(clause.strip());
            if (!said.matches()) {
                return Optional.empty();
            }
            String bare = said.group("version").replaceFirst("\\.?\\*$", "");
            if (bare.isEmpty()) {
                continue;
            }
            clauses.add(clause(Optional.ofNullable(said.group("operator")).orElse(""), said.group("version")));
        }
        return Optional.of(String.join(",", clauses));
    }

    /** One equals sign means that the version begins so; none, that it is so. */
    private static String clause(String operator, String version) {
        String bare = version.replaceFirst("\\.?\\*$", "");
        boolean begins = !bare.equals(version);
        return switch (operator) {
            case "=" -> "==" + bare + ".*";
            case "", "==", "===" -> "==" + bare + (begins ? ".*" : "");
            case "!=" -> "!=" + bare + (begins ? ".*" : "");
            default -> operator + bare;
        };
    }

    /** A version of Python as a request for one: {@code 3.12}, {@code 3.12.4} or bounds. */
    Optional<String> pythonRequest() {
        return specifier()
                .filter(text -> !text.isEmpty())
                .map(text ->
                        text.matches("==[\\d.]+(\\.\\*)?") ? text.substring(2).replace(".*", "") : text);
    }
}
