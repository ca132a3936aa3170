package io.github.pythonenv.configuration;

import io.github.pythonenv.configuration.Written.Fields;
import io.github.pythonenv.configuration.Written.Items;
import io.github.pythonenv.configuration.Written.Text;
import io.github.pythonenv.validation.UserCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Reads checks of the user's own: {@code "gdal": "gdalinfo --version"}, or {@code "gdal": {"command": ["gdalinfo",
 * "--version"], "output": "GDAL 3\\."}}.
 *
 * @param document what the document is called that they are written in
 * @param faults takes what cannot be understood, each with its place
 */
record UserChecks(String document, Faults faults) {

    private static final List<String> KEYS =
            List.of("command", "title", "exitCode", "output", "warning", "hint", "timeout");

    private static final String COMMAND = "a command (a text, or a list of texts)";

    /** The checks that are written at a key, as far as they can be understood. */
    List<UserCheck> read(String key, Written written) {
        if (!(written instanceof Fields named)) {
            faults.misfit(document, written.place(), key, Kind.USER_CHECKS.description());
            return List.of();
        }
        List<UserCheck> checks = new ArrayList<>();
        named.fields().forEach((id, check) -> checks.add(check(key + "." + id, id, check)));
        return List.copyOf(checks);
    }

    private UserCheck check(String key, String id, Written written) {
        if (written instanceof Fields fields) {
            return check(key, id, fields);
        }
        return UserCheck.of(id, command(key, written, COMMAND + " or an object with " + String.join(", ", KEYS)));
    }

    private UserCheck check(String key, String id, Fields object) {
        Map<String, Written> said = object.fields();
        said.forEach((name, value) -> {
            if (!KEYS.contains(name)) {
                faults.unknown(document, value.place(), name, KEYS);
            }
        });
        if (!said.containsKey("command")) {
            faults.add(document, object.place(), "\"" + key + "\" has no \"command\"; it has to say what is run.");
        }
        return new UserCheck(
                id,
                value(String.class, Kind.TEXT, key, said, "title").orElse(id),
                Optional.ofNullable(said.get("command"))
                        .map(command -> command(key + ".command", command, COMMAND))
                        .orElse(List.of()),
                value(Integer.class, Kind.NUMBER, key, said, "exitCode").orElse(0),
                output(key, said),
                value(Boolean.class, Kind.YES_NO, key, said, "warning").orElse(false),
                value(String.class, Kind.TEXT, key, said, "hint").orElse(""),
                deadline(key, said));
    }

    private Optional<String> output(String key, Map<String, Written> said) {
        Optional<String> output = value(String.class, Kind.TEXT, key, said, "output");
        try {
            output.ifPresent(UserCheck::expression);
            return output;
        } catch (PatternSyntaxException e) {
            faults.add(
                    document,
                    Objects.requireNonNull(said.get("output")).place(),
                    "\"" + key + ".output\" has to be a regular expression, and '" + e.getPattern() + "' is none: "
                            + described(e)
                            + ". A character with a meaning of its own wants a backslash before it, which"
                            + " JSON writes as two.");
            return Optional.empty();
        }
    }

    /** What is wrong, and at which of its characters, where that is known. */
    private static String described(PatternSyntaxException fault) {
        return fault.getIndex() < 0
                ? fault.getDescription()
                : fault.getDescription() + " at character " + (fault.getIndex() + 1);
    }

    private Duration deadline(String key, Map<String, Written> said) {
        Optional<Integer> seconds = value(Integer.class, Kind.NUMBER, key, said, "timeout");
        if (seconds.isPresent() && seconds.get() < 1) {
            faults.misfit(
                    document,
                    Objects.requireNonNull(said.get("timeout")).place(),
                    key + ".timeout",
                    "a number of seconds, at least 1");
        }
        return seconds.map(Duration::ofSeconds).orElse(UserCheck.USUAL_DEADLINE);
    }

    private <T> Optional<T> value(Class<T> type, Kind kind, String key, Map<String, Written> said, String name) {
        Written written = said.get(name);
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.cast(kind.read(written, Path.of(""))));
        } catch (Kind.Misfit misfit) {
            faults.misfit(document, written.place(), key + "." + name, kind.description());
            return Optional.empty();
        }
    }

    /** A text is split at white space; an argument that has some is written in a list. */
    private List<String> command(String key, Written written, String wanted) {
        List<String> command = new ArrayList<>();
        try {
            if (written instanceof Text line) {
                String text = String.valueOf(Kind.TEXT.read(line, Path.of("")));
                command.addAll(List.of(text.strip().split("\\s+", -1)));
            } else {
                Collection<Written> words = written instanceof Items items
                        ? items.items()
                        : ((Fields) written).fields().values();
                words.forEach(word -> command.add(String.valueOf(Kind.WORD.read(word, Path.of("")))));
            }
        } catch (Kind.Misfit misfit) {
            command.clear();
        }
        if (command.isEmpty() || command.get(0).isEmpty()) {
            faults.misfit(document, written.place(), key, wanted);
        }
        return command;
    }
}
