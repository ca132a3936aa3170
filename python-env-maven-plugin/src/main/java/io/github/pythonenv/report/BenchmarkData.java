package io.github.pythonenv.report;

import io.github.pythonenv.validation.BenchmarkReport;
import io.github.pythonenv.validation.Comparison;
import io.github.pythonenv.validation.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What benchmarks measured, for programs and for people. */
public final class BenchmarkData {

    private BenchmarkData() {}

    /** A report as what becomes JSON, in the form of {@code benchmark-1.0.schema.json}. */
    public static Map<String, Object> of(BenchmarkReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", report.environment());
        data.put("directory", report.directory().toString());
        data.put("python", report.python());
        data.put("platform", report.platform());
        data.put("started", report.started().toString());
        data.put("rounds", report.rounds());
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Comparison one : report.comparisons()) {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("id", one.plain().id());
            figure.put("title", one.title());
            figure.put("unit", one.plain().unit());
            figure.put("plain", one.plain().value());
            one.tuned().map(Figure::value).ifPresent(value -> figure.put("tuned", value));
            one.gain().ifPresent(gain -> figure.put("gain", gain));
            figures.add(figure);
        }
        data.put("figures", figures);
        data.put("skipped", CheckData.evidence(report.skipped()));
        data.put("tuning", report.tuning());
        return data;
    }

    /** The same as a table, with what was not measured beneath it. */
    public static List<String> lines(BenchmarkReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Environment " + report.environment() + ", CPython " + report.python() + ", " + report.platform()
                + ", medians of " + report.rounds());
        lines.add(row("", "without tuning", "with tuning", "gain"));
        for (Comparison one : report.comparisons()) {
            lines.add(row(
                    one.title(),
                    one.plain().text(),
                    one.tuned().map(Figure::text).orElse("-"),
                    one.gain().isPresent()
                            ? String.format(Locale.ROOT, "%.2f x", one.gain().getAsDouble())
                            : "-"));
        }
        report.skipped().forEach(one -> lines.add("  not measured: " + one.label() + ". " + one.text()));
        return lines;
    }

    private static String row(String title, String plain, String tuned, String gain) {
        return String.format(Locale.ROOT, "  %-34s %16s %16s %8s", title, plain, tuned, gain);
    }
}
