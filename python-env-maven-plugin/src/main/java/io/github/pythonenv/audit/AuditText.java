package io.github.pythonenv.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known, for people, and as data. */
public final class AuditText {

    private AuditText() {}

    /** An environment's, for the log. */
    public static List<String> lines(AuditReport report) {
        List<String> lines = new ArrayList<>();
        long open = report.findings().stream().filter(Finding::counts).count();
        long accepted = report.findings().size() - open;
        lines.add(report.environment() + ": " + report.packages() + " packages, " + open + " known "
                + (open == 1 ? "vulnerability" : "vulnerabilities")
                + (accepted == 0 ? "" : ", " + accepted + " that the project lives with")
                + ".");
        report.findings().forEach(finding -> lines.add("  " + line(finding)));
        return lines;
    }

    /** The ids of exemptions that none of the environments needs any more. */
    public static List<String> needless(List<AuditReport> reports) {
        List<String> needed = reports.stream()
                .flatMap(report -> report.findings().stream())
                .flatMap(finding -> finding.exemption().stream())
                .map(Exemption::id)
                .toList();
        return reports.stream()
                .flatMap(report -> report.unused().stream())
                .map(Exemption::id)
                .filter(id -> !needed.contains(id))
                .distinct()
                .toList();
    }

    private static String line(Finding finding) {
        Vulnerability found = finding.vulnerability();
        String what = found.name() + " " + found.version() + ": " + found.id()
                + (found.aliases().isEmpty() ? "" : " (" + String.join(", ", found.aliases()) + ")")
                + (found.summary().isEmpty() ? "" : " " + found.summary());
        String fixed = found.fixedIn().isEmpty()
                ? "; no version without it yet"
                : "; fixed in " + String.join(", ", found.fixedIn());
        String decided = finding.exemption()
                .map(one -> "; " + (finding.counts() ? "was ignored until " : "ignored until ")
                        + one.until().map(LocalDate::toString).orElse("further notice") + ": " + one.reason())
                .orElse("");
        return what + fixed + decided;
    }

    /** What becomes JSON. */
    public static Map<String, ?> data(List<AuditReport> reports) {
        return Map.of("environments", reports.stream().map(AuditText::data).toList());
    }

    private static Map<String, ?> data(AuditReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", report.environment());
        data.put("packages", report.packages());
        data.put("vulnerable", report.vulnerable());
        data.put(
                "vulnerabilities",
                report.findings().stream().map(AuditText::data).toList());
        return data;
    }

    private static Map<String, ?> data(Finding finding) {
        Vulnerability found = finding.vulnerability();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("package", found.name());
        data.put("version", found.version());
        data.put("id", found.id());
        data.put("aliases", found.aliases());
        data.put("summary", found.summary());
        data.put("link", found.link());
        data.put("fixedIn", found.fixedIn());
        data.put("state", finding.state().name().toLowerCase(Locale.ROOT));
        finding.exemption().ifPresent(one -> {
            data.put("reason", one.reason());
            one.until().ifPresent(day -> data.put("until", day.toString()));
        });
        return data;
    }
}
