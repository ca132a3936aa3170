package io.github.pythonenv.report;

import io.github.pythonenv.doctor.DoctorReport;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Evidence;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.SuiteReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of checks as what becomes JSON. The form is that of {@code validation-1.0.schema.json}. */
public final class CheckData {

    private static final List<String> WORDS = List.of("passed", "warning", "failed", "skipped");

    private CheckData() {}

    /** A suite's report, without the dependency graph. */
    public static Map<String, Object> of(SuiteReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", report.environment());
        data.put("directory", report.directory().toString());
        data.put("python", report.python());
        data.put("platform", report.platform());
        data.put("started", report.started().toString());
        data.put("milliseconds", report.milliseconds());
        data.put("summary", summary(report.results()));
        data.put("checks", of(report.results()));
        data.put("facts", evidence(report.facts()));
        data.put("tuning", report.tuning());
        return data;
    }

    /** What the checks of a machine came to, in the form of {@code doctor-1.0.schema.json}. */
    public static Map<String, Object> of(DoctorReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("platform", report.platform());
        data.put("started", report.started().toString());
        data.put("summary", summary(report.results()));
        data.put("checks", of(report.results()));
        return data;
    }

    /** How many results have each verdict. */
    public static Map<String, Long> summary(List<CheckResult> results) {
        Map<String, Long> summary = new LinkedHashMap<>();
        for (String word : WORDS) {
            summary.put(
                    word,
                    results.stream()
                            .filter(result -> result.verdict().word().equals(word))
                            .count());
        }
        return summary;
    }

    /** The results themselves. */
    public static List<Map<String, Object>> of(List<CheckResult> results) {
        return results.stream().map(CheckData::of).toList();
    }

    private static Map<String, Object> of(CheckResult result) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", result.id());
        data.put("category", result.category().id());
        data.put("title", result.title());
        data.put("verdict", result.verdict().word());
        if (!result.verdict().text().isEmpty()) {
            data.put("text", result.verdict().text());
        }
        if (!result.verdict().hint().isEmpty()) {
            data.put("hint", result.verdict().hint());
        }
        data.put("milliseconds", result.milliseconds());
        data.put("evidence", evidence(result.evidence()));
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Figure figure : result.figures()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", figure.id());
            one.put("value", figure.value());
            one.put("unit", figure.unit());
            figures.add(one);
        }
        data.put("figures", figures);
        return data;
    }

    /** Pieces of evidence, in order. */
    public static List<Map<String, String>> evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> Map.of("label", one.label(), "text", one.text()))
                .toList();
    }
}
