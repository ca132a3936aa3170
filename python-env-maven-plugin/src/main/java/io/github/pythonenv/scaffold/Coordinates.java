package io.github.pythonenv.scaffold;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * What a project is called, by Maven, Java and Python.
 *
 * @param groupId Maven's
 * @param artifactId Maven's; the folder of a new project is called like it
 * @param version Maven's
 * @param javaPackage the package of its Java code
 */
public record Coordinates(String groupId, String artifactId, String version, String javaPackage) {

    /** Source: Maven's ModelValidator, which refuses anything else. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]*[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** The beginning of a version that Python's packages have, too. Source: PEP 440. */
    private static final Pattern RELEASE = Pattern.compile("(?<release>\\d+(\\.\\d+)*)(?<rest>.*)");

    /** What a package of the user's own must not be called. Source: Python's language reference, "Keywords". */
    private static final Set<String> KEYWORDS = Set.of(
            ("and as assert async await break class continue def del elif else except finally for from global if import"
                            + " in is lambda nonlocal not or pass raise return try while with yield match case type")
                    .split(" ", -1));

    static Coordinates of(Map<String, String> given) {
        String groupId = id(given, "groupId", "com.example");
        String artifactId = id(given, "artifactId", "");
        String version = Answers.value(given, "version", "1.0-SNAPSHOT");
        if (version.chars().anyMatch(letter -> letter <= ' ' || "\\/:\"<>|?*[](){},&'$".indexOf(letter) >= 0)) {
            throw new UserFailure("version is '" + version + "'.", "Take one such as 1.0-SNAPSHOT.");
        }
        return new Coordinates(groupId, artifactId, version, javaPackage(Answers.value(given, "package", groupId)));
    }

    private static String id(Map<String, String> given, String key, String unlessGiven) {
        String value = Answers.value(given, key, unlessGiven);
        if (!ID.matcher(value).matches()) {
            throw new UserFailure(
                    key + " is '" + value + "', which Maven does not take.",
                    "Use letters, digits, '-', '_' and '.', and no spaces.");
        }
        return value;
    }

    /** Like it, as Java can have it: {@code my-company.3d} becomes {@code my_company._3d}. */
    private static String javaPackage(String asked) {
        return Stream.of(asked.toLowerCase(Locale.ROOT).split("\\.", -1))
                .filter(word -> !word.isBlank())
                .map(word -> word.strip().replaceAll("[^a-z0-9_]", "_"))
                .map(word -> Character.isDigit(word.charAt(0)) ? "_" + word : word)
                .map(word -> SourceVersion.isKeyword(word) || word.equals("_") ? word + "_" : word)
                .collect(Collectors.joining("."));
    }

    /** The name of its Python package: {@code 3d-rainfall.v2} becomes {@code p3d_rainfall_v2}. */
    String module() {
        String word = artifactId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String bare = word.replaceAll("^_+|_+$", "");
        String name = Character.isDigit(bare.charAt(0)) ? "p" + bare : bare;
        return KEYWORDS.contains(name) || TakenNames.have(name) ? name + "_app" : name;
    }

    /** The name of its distribution. Source: "Names and normalization" of the Python packaging specifications. */
    String distribution() {
        return module().replace('_', '-');
    }

    /** The version of its distribution: {@code 1.2-SNAPSHOT} becomes {@code 1.2.dev0}, {@code 1.2.Final} {@code 1.2}. */
    String pythonVersion() {
        Matcher version = RELEASE.matcher(version());
        if (!version.matches()) {
            return "0.1.0";
        }
        return version.group("release") + (version.group("rest").contains("SNAPSHOT") ? ".dev0" : "");
    }

    /** The words that stand for these in files. */
    Map<String, String> words() {
        return Map.of(
                "groupId",
                groupId,
                "artifactId",
                artifactId,
                "version",
                version,
                "package",
                javaPackage,
                "packagePath",
                javaPackage.replace('.', '/'),
                "module",
                module(),
                "distribution",
                distribution(),
                "distributionVersion",
                pythonVersion());
    }

    /** Names that Python has itself, or that what the examples install has. */
    private static final class TakenNames {

        private static final Set<String> ALL = Set.copyOf(Stream.concat(
                        ResourceText.read("taken-names.txt").lines(),
                        List.of("test", "tests", "main", "src", "target").stream())
                .toList());

        static boolean have(String name) {
            return ALL.contains(name);
        }
    }
}
