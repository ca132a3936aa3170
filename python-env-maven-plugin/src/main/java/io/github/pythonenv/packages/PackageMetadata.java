package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an installed package says of itself in its {@code METADATA}. Source: "Core metadata specifications" of the
 * Python packaging specifications. Written by whoever published the package: nothing in it is to be trusted.
 *
 * @param name as the package spells it
 * @param summary in one line; may be empty
 * @param license in one line; may be empty
 * @param requiresPython which versions of Python it is for; may be empty
 * @param requires what it needs
 */
record PackageMetadata(String name, String summary, String license, String requiresPython, List<Requirement> requires) {

    /** Longer ones are no summary; some packages have their whole license in one field. */
    private static final int LONGEST = 300;

    private static final String CLASSIFIER = "License ::";

    /** Reads it; where it cannot be read, there is no more than the folder's name. */
    static PackageMetadata of(InstalledPackage installed) {
        try {
            byte[] bytes = Files.readAllBytes(installed.metadata().resolve("METADATA"));
            return parse(installed.name(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new PackageMetadata(installed.name(), "", "", "", List.of());
        }
    }

    static PackageMetadata parse(String folderName, String text) {
        Map<String, List<String>> fields = fields(text);
        List<Requirement> requires = fields.getOrDefault("requires-dist", List.of()).stream()
                .map(Requirement::parse)
                .flatMap(Optional::stream)
                .toList();
        return new PackageMetadata(
                first(fields, "name").orElse(folderName),
                first(fields, "summary").orElse(""),
                license(fields),
                first(fields, "requires-python").orElse(""),
                requires);
    }

    private static String license(Map<String, List<String>> fields) {
        return first(fields, "license-expression")
                .or(() -> fields.getOrDefault("classifier", List.of()).stream()
                        .filter(value -> value.startsWith(CLASSIFIER))
                        .map(value ->
                                value.substring(value.lastIndexOf("::") + 2).strip())
                        .findFirst())
                .or(() -> first(fields, "license"))
                .orElse("");
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("UNKNOWN"))
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                .findFirst();
    }

    /** The headers, as those of an e-mail are written: a line that begins with white space goes on with the one before. */
    private static Map<String, List<String>> fields(String text) {
        Map<String, List<String>> fields = new TreeMap<>();
        List<String> last = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                last.set(last.size() - 1, last.get(last.size() - 1) + "\n" + line.strip());
            } else if (colon > 0) {
                last = fields.computeIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>());
                last.add(line.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
