package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a goal puts the data that it was asked for. The file is the contract for scripts: around what is printed, Maven
 * prints lines of its own.
 *
 * @param log where text goes
 * @param format {@code text} or {@code json}: what is printed
 * @param file takes the data as JSON, too
 */
record DataOutput(Log log, String format, @Nullable File file) {

    DataOutput {
        if (!format.equals("json") && !format.equals("text")) {
            throw new UserFailure(
                    "There is no output '" + format + "'.",
                    "Set -Dpython-env.output=text or -Dpython-env.output=json.");
        }
        if (file != null) {
            OutputFile.expect(file.toPath());
        }
    }

    /**
     * Writes and prints.
     *
     * @param data what becomes JSON
     * @param lines the same for a person
     */
    void write(Map<String, ?> data, List<String> lines) {
        boolean printed = format.equals("json");
        if (printed || file != null) {
            String json = json(data);
            if (file != null) {
                OutputFile.write(file.toPath(), json);
            }
            if (printed) {
                System.out.print(json);
            }
        }
        if (!printed) {
            lines.forEach(log::info);
        }
    }

    static String json(Map<String, ?> data) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(data)
                + "\n";
    }
}
