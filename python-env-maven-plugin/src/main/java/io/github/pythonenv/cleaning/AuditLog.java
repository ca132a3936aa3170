package io.github.pythonenv.cleaning;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was removed, when and by whom: a JSON object a line, the newest last. Nothing is removed that could not be written
 * down before.
 *
 * @param file made with the first line
 * @param user who removes
 */
record AuditLog(Path file, String user, Clock clock) {

    /** Adds a line. */
    void note(String action, Finding finding, Map<String, String> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("user", user);
        line.put("action", action);
        line.put("directory", finding.folder().toString());
        line.put("bytes", finding.bytes());
        line.put("reasons", finding.reasons());
        line.putAll(more);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(
                    file,
                    List.of(JsonMapper.shared().writeValueAsString(line)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UserFailure(
                    "What is removed could not be noted in " + file + ": " + e + ".",
                    "Give this user the right to write there; without the note nothing is removed.",
                    e);
        }
    }
}
