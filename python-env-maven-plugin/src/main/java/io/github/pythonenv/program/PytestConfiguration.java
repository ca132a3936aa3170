package io.github.pythonenv.program;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a project says to pytest in a file of its own, as far as it matters which settings are there. Source: pytest's
 * reference, "Initialization: determining rootdir and configfile".
 *
 * @param folder where the file lies
 * @param section the text of pytest's section in it
 */
record PytestConfiguration(Path folder, String section) {

    /** The files in the order in which pytest looks, and the sections that make them pytest's. */
    private static final List<Map.Entry<String, String>> FILES = List.of(
            Map.entry("pytest.toml", "pytest"),
            Map.entry(".pytest.toml", "pytest"),
            Map.entry("pytest.ini", "pytest"),
            Map.entry(".pytest.ini", "pytest"),
            Map.entry("pyproject.toml", "tool.pytest"),
            Map.entry("pyproject.toml", "tool.pytest.ini_options"),
            Map.entry("tox.ini", "pytest"),
            Map.entry("setup.cfg", "tool:pytest"));

    /** The configuration that is in force in a folder: its own, or the nearest above. */
    static Optional<PytestConfiguration> of(Path project) {
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            for (Map.Entry<String, String> file : FILES) {
                Optional<String> section = section(folder.resolve(file.getKey()), file.getValue());
                if (section.isPresent()) {
                    return Optional.of(new PytestConfiguration(folder, section.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a setting is there, such as {@code testpaths}. */
    boolean has(String setting) {
        return Pattern.compile("(?m)^\\s*" + setting + "\\s*[=:]")
                .matcher(section)
                .find();
    }

    /** The folders that a setting lists, as strings in TOML or words elsewhere. Patterns are left out: pytest knows them. */
    List<Path> folders(String setting) {
        Matcher value = Pattern.compile(
                        "(?m)^\\s*" + setting + "\\s*[=:]\\s*(?<words>\\[[^\\]]*]|.*(?:\\R[ \\t]+\\S.*)*)")
                .matcher(section);
        return value.find()
                ? Stream.of(value.group("words").split("[\\s,\"'\\[\\]]+", -1))
                        .filter(word -> word.matches("[^*?#:<>|]+"))
                        .map(folder::resolve)
                        .toList()
                : List.of();
    }

    private static Optional<String> section(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // Until the next header: a line that begins with a bracket and a name. Lists in TOML have quotes there.
        Matcher section = Pattern.compile(
                        "(?ms)^\\s*\\[\\s*" + Pattern.quote(name) + "\\s*][^\\n]*$(.*?)(?=^\\[[\\w.:\\- ]+]|\\z)")
                .matcher(read(file));
        return section.find() ? Optional.of(section.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new UserFailure(
                    "What " + file + " says to pytest cannot be read: " + FileFault.why(e) + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }
}
