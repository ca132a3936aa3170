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
import java.util.Optional;
import java.util.Set;

/**
 * Reads checks of the user's own: {@code "gdal": "gdalinfo --version"}, or {@code "gdal": {"command": ["gdalinfo",
 * "--version"], "output": "GDAL 3\\."}}.
 */
final class UserChecks {

    private static final Set<String> KEYS =
            Set.of("command", "title", "exitCode", "output", "warning", "hint", "timeout");

    private UserChecks() {}

    /** @throws Kind.Misfit where something is written in another way */
    static List<UserCheck> read(Written written) {
        List<UserCheck> checks = new ArrayList<>();
        object(written).forEach((id, check) -> checks.add(check(id, check)));
        return List.copyOf(checks);
    }

    private static UserCheck check(String id, Written written) {
        if (!(written instanceof Fields fields)) {
            return UserCheck.of(id, command(written));
        }
        Map<String, Written> said = fields.fields();
        int usual = Math.toIntExact(UserCheck.USUAL_DEADLINE.toSeconds());
        int timeout = (Integer) optional(said, "timeout", Kind.NUMBER).orElse(usual);
        if (!said.containsKey("command") || !KEYS.containsAll(said.keySet()) || timeout < 1) {
            throw new Kind.Misfit(Kind.USER_CHECKS);
        }
        return new UserCheck(
                id,
                (String) optional(said, "title", Kind.TEXT).orElse(id),
                command(said.get("command")),
                (Integer) optional(said, "exitCode", Kind.NUMBER).orElse(0),
                optional(said, "output", Kind.TEXT).map(String.class::cast),
                (Boolean) optional(said, "warning", Kind.YES_NO).orElse(false),
                (String) optional(said, "hint", Kind.TEXT).orElse(""),
                Duration.ofSeconds(timeout));
    }

    private static Optional<Object> optional(Map<String, Written> said, String key, Kind kind) {
        return Optional.ofNullable(said.get(key)).map(written -> kind.read(written, Path.of("")));
    }

    /** A text is split at white space; an argument that has some is written in a list. */
    private static List<String> command(Written written) {
        List<String> command = new ArrayList<>();
        if (written instanceof Text line) {
            command.addAll(List.of(
                    String.valueOf(Kind.TEXT.read(line, Path.of(""))).strip().split("\\s+", -1)));
        } else {
            Collection<Written> words = written instanceof Items items
                    ? items.items()
                    : object(written).values();
            words.forEach(word -> command.add(String.valueOf(Kind.WORD.read(word, Path.of("")))));
        }
        if (command.isEmpty() || command.get(0).isEmpty()) {
            throw new Kind.Misfit(Kind.USER_CHECKS);
        }
        return command;
    }

    private static Map<String, Written> object(Written written) {
        if (written instanceof Fields fields) {
            return fields.fields();
        }
        throw new Kind.Misfit(Kind.USER_CHECKS);
    }
}
