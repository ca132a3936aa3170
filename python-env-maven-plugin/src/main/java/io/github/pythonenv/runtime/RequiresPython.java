package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** What the key {@code requires-python} of a {@code pyproject.toml}'s {@code [project]} table asks for. */
final class RequiresPython {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[.*");
    private static final Pattern PROJECT = Pattern.compile("\\s*\\[\\s*project\\s*]\\s*(#.*)?");
    private static final Pattern KEY =
            Pattern.compile("\\s*requires-python\\s*=\\s*(?:\"([^\"\\\\]*)\"|'([^']*)')\\s*(?:#.*)?");

    private RequiresPython() {}

    /**
     * Reads one such file.
     *
     * @param text the content of the file
     * @param file where it lies, for messages
     * @return the request; nothing if the file states none
     */
    static Optional<VersionRequest> request(String text, Path file) {
        if (!text.contains("requires-python")) {
            return Optional.empty();
        }
        return plainLine(text)
                .or(() -> parsed(text, file))
                .filter(value -> !value.isBlank())
                .map(value -> {
                    try {
                        return VersionRequest.parse(value);
                    } catch (UserFailure e) {
                        throw new UserFailure("requires-python in " + file + ": " + e.getMessage(), e.hint(), e);
                    }
                });
    }

    /**
     * The value, read without the TOML parser, whose classes take longer to load than a build that is up to date may
     * take in all. Where no string spans lines, a table's header and its keys stand on lines of their own, and this
     * reading is exact; where nothing is found so, the parser has the say.
     */
    private static Optional<String> plainLine(String text) {
        if (text.contains("\"\"\"") || text.contains("'''")) {
            return Optional.empty();
        }
        boolean inProject = false;
        for (String line : text.lines().toList()) {
            if (TABLE.matcher(line).matches()) {
                inProject = PROJECT.matcher(line).matches();
            }
            Matcher key = KEY.matcher(line);
            if (inProject && key.matches()) {
                return Optional.of(key.group(1) != null ? key.group(1) : key.group(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parsed(String text, Path file) {
        try {
            JsonNode value = new TomlMapper().readTree(text).path("project").path("requires-python");
            return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            throw new UserFailure(
                    file + " is not valid TOML: " + e.getOriginalMessage() + ".",
                    "Mend the file, or state the Python version in the POM.",
                    e);
        }
    }
}
