package io.github.pythonenv.maven;

import io.github.pythonenv.registry.Outcome;
import io.github.pythonenv.registry.RegistryEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The registry for people and for programs. */
final class RuntimesText {
    private RuntimesText() {}

    /** A line for each runtime, under one with headings; then what there is to say. */
    static List<String> table(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        if (outcome.rows().isEmpty()) {
            lines.add("No runtime is known. Find some with -Dpython-env.action=discover, or run provision.");
        } else {
            int widest = outcome.rows().stream()
                    .mapToInt(row -> row.entry().id().length())
                    .max()
                    .orElse(0);
            lines.add(line(widest, " ", "runtime", "status", "used by", "interpreter"));
            for (Outcome.Row row : outcome.rows()) {
                RegistryEntry entry = row.entry();
                lines.add(line(
                        widest,
                        entry.preferred() ? "*" : " ",
                        entry.id(),
                        entry.status().label(),
                        Integer.toString(row.environments().size()),
                        entry.runtime().executable().toString()));
                if (!entry.reason().isEmpty()) {
                    lines.add("    " + entry.reason());
                }
            }
        }
        lines.addAll(outcome.remarks());
        return lines;
    }

    private static String line(int widest, String mark, String id, String status, String users, String executable) {
        return String.format(Locale.ROOT, "%s %-" + widest + "s  %-14s  %7s  %s", mark, id, status, users, executable);
    }

    /** The same as data. */
    static Map<String, Object> data(String action, Outcome outcome) {
        List<Map<String, Object>> runtimes = new ArrayList<>();
        for (Outcome.Row row : outcome.rows()) {
            Map<String, Object> runtime = new LinkedHashMap<>(row.entry().record());
            runtime.put("default", row.entry().preferred());
            runtime.put(
                    "environments",
                    row.environments().stream().map(Path::toString).toList());
            runtimes.add(runtime);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", action);
        json.put("runtimes", runtimes);
        json.put("remarks", outcome.remarks());
        return json;
    }
}
