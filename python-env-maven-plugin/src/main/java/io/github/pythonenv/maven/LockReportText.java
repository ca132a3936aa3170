package io.github.pythonenv.maven;

import io.github.pythonenv.environment.LockReport;
import io.github.pythonenv.packages.LockChange;
import io.github.pythonenv.packages.LockUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of locks, for people and for programs. */
final class LockReportText {

    private LockReportText() {}

    /** For the log. */
    static List<String> lines(LockReport report) {
        List<String> lines = new ArrayList<>();
        report.pinned().forEach(one -> lines.add("Locked " + one + "."));
        report.packages().left().ifPresent(why -> lines.add("Locked no packages: " + why + "."));
        List<LockChange> changes = changes(report);
        changes.forEach(change -> lines.add("  " + change));
        if (changes.isEmpty()) {
            lines.add("Nothing changed.");
        }
        return lines;
    }

    /** A section with a table for each environment. */
    static String markdown(List<LockReport> reports) {
        StringBuilder text = new StringBuilder("# What changed in the locks\n");
        for (LockReport report : reports) {
            text.append("\n## Environment ").append(report.environment()).append("\n\n");
            List<LockChange> changes = changes(report);
            if (changes.isEmpty()) {
                text.append("Nothing changed.\n");
                continue;
            }
            text.append("| package | change | before | now |\n|---|---|---|---|\n");
            changes.forEach(change -> text.append("| ")
                    .append(change.name())
                    .append(" | ")
                    .append(word(change))
                    .append(" | ")
                    .append(change.from())
                    .append(" | ")
                    .append(change.to())
                    .append(" |\n"));
        }
        return text.toString();
    }

    /** What becomes JSON. */
    static Map<String, ?> data(List<LockReport> reports) {
        return Map.of("environments", reports.stream().map(LockReportText::data).toList());
    }

    private static Map<String, ?> data(LockReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", report.environment());
        data.put("lock", report.file().toString());
        Optional<LockUpdate> packages = report.packages().update();
        packages.ifPresent(update -> data.put("packages", update.file().toString()));
        report.packages().left().ifPresent(why -> data.put("packagesLeft", why));
        data.put("changes", changes(report).stream().map(LockReportText::data).toList());
        return data;
    }

    private static Map<String, ?> data(LockChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", change.name());
        data.put("change", word(change));
        data.put("from", change.from());
        data.put("to", change.to());
        return data;
    }

    private static String word(LockChange change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static List<LockChange> changes(LockReport report) {
        List<LockChange> changes = new ArrayList<>(report.changes());
        report.packages().update().ifPresent(update -> changes.addAll(update.changes()));
        return changes;
    }
}
