package io.github.pythonenv.configuration;

import io.github.pythonenv.configuration.Written.Fields;
import io.github.pythonenv.configuration.Written.Form;
import io.github.pythonenv.configuration.Written.Items;
import io.github.pythonenv.configuration.Written.Text;
import io.github.pythonenv.validation.UserCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads checks of the user's own: {@code "gdal": "gdalinfo --version"}, or {@code "gdal": {"command": ["gdalinfo",
 * "--version"], "output": "GDAL 3\\."}}.
 */
final class UserChecks {

    private static final Set<String> KEYS =
            Set.of("command", "title", "exitCode", "output", "warning", "hint", "timeout");

    private UserChecks() {}

    /** Nothing where something is written in another way. */
    static Optional<List<UserCheck>> read(Written written) {
        if (!(written instanceof Fields named)) {
            return Optional.empty();
        }
        List<UserCheck> checks = new ArrayList<>();
        for (Map.Entry<String, Written> one : named.fields().entrySet()) {
            Optional<UserCheck> check = check(one.getKey(), one.getValue());
            if (check.isEmpty()) {
                return Optional.empty();
            }
            checks.add(check.get());
        }
        return Optional.of(List.copyOf(checks));
    }

    private static Optional<UserCheck> check(String id, Written written) {
        if (!(written instanceof Fields object)) {
            return command(written).map(command -> UserCheck.of(id, command));
        }
        Map<String, Written> fields = object.fields();
        Optional<List<String>> command =
                Optional.ofNullable(fields.get("command")).flatMap(UserChecks::command);
        Optional<Integer> exitCode = number(fields.get("exitCode"), 0);
        Optional<Integer> timeout =
                number(fields.get("timeout"), Math.toIntExact(UserCheck.USUAL_DEADLINE.toSeconds()));
        Optional<Boolean> warning = yes(fields.get("warning"));
        if (command.isEmpty()
                || exitCode.isEmpty()
                || timeout.filter(seconds -> seconds > 0).isEmpty()
                || warning.isEmpty()
                || !KEYS.containsAll(fields.keySet())) {
            return Optional.empty();
        }
        return Optional.of(new UserCheck(
                id,
                text(fields.get("title")).orElse(id),
                command.get(),
                exitCode.get(),
                text(fields.get("output")),
                warning.get(),
                text(fields.get("hint")).orElse(""),
                Duration.ofSeconds(timeout.get())));
    }

    /** A text is split at white space; an argument that has some is written in a list. */
    private static Optional<List<String>> command(Written written) {
        List<String> command = new ArrayList<>();
        if (written instanceof Text line) {
            if (line.form() != Form.STRING && line.form() != Form.ANY) {
                return Optional.empty();
            }
            for (String word : line.text().strip().split("\\s+", -1)) {
                command.add(word);
            }
        } else if (!all(
                written instanceof Items items
                        ? items.items()
                        : ((Fields) written).fields().values(),
                command)) {
            return Optional.empty();
        }
        return command.isEmpty() || command.get(0).isEmpty() ? Optional.empty() : Optional.of(command);
    }

    private static boolean all(Collection<Written> items, List<String> into) {
        for (Written item : items) {
            if (!(item instanceof Text text)) {
                return false;
            }
            into.add(text.text());
        }
        return true;
    }

    private static Optional<String> text(@Nullable Written written) {
        return written instanceof Text one ? Optional.of(one.text()) : Optional.empty();
    }

    private static Optional<Boolean> yes(@Nullable Written written) {
        if (written == null) {
            return Optional.of(false);
        }
        return text(written)
                .map(String::strip)
                .filter(Set.of("true", "false")::contains)
                .map(Boolean::valueOf);
    }

    private static Optional<Integer> number(@Nullable Written written, int unlessSet) {
        if (written == null) {
            return Optional.of(unlessSet);
        }
        try {
            return text(written).map(text -> Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
