package io.github.pythonenv.report;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.packages.DependencyGraph.Node;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A report to be read as text, or where Markdown is shown: a merge request, a job's summary. */
final class MarkdownReport {

    private static final int LARGEST = 10;
    private static final int RUNS = 10;
    private static final String BENCHMARK = "\n## Without tuning and with it\n";

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    static String print(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.summary(report);
        markdown.found(report.suite().results());
        markdown.checks(report.suite());
        markdown.packages(report.suite().dependencies().packages());
        markdown.runs(report.runs());
        markdown.environment(report);
        report.benchmark().ifPresent(markdown::benchmark);
        return markdown.text.toString();
    }

    /**
     * A text that was printed before, with what was measured since.
     *
     * @param printed with what was measured then, or without
     */
    static String with(WrittenBenchmark benchmark, String printed) {
        MarkdownReport markdown = new MarkdownReport();
        // No foreign text is a heading, and this one is the last.
        int measured = printed.indexOf(BENCHMARK);
        markdown.text.append(measured < 0 ? printed : printed.substring(0, measured));
        markdown.benchmark(benchmark);
        return markdown.text.toString();
    }

    private void summary(Report report) {
        text.append("# Environment ")
                .append(escaped(report.suite().environment()))
                .append(" of ");
        text.append(escaped(report.project())).append("\n\n");
        SuiteReport suite = report.suite();
        List<Node> packages = suite.dependencies().packages();
        line("Python " + suite.python() + " on " + suite.platform() + ", " + packages.size() + " packages ("
                + packages.stream().filter(Node::asked).count() + " asked for" + unexplained(packages) + "), "
                + Amounts.bytes(suite.dependencies().bytes()) + ".");
        line("Checks: " + CheckText.summary(suite.results()) + ".");
        report.excesses().forEach(excess -> {
            text.append("**Over budget:** ");
            line(excess.text() + ".");
        });
    }

    private static String unexplained(List<Node> packages) {
        long count = packages.stream().filter(Node::unexplained).count();
        return count == 0 ? "" : ", " + count + " neither asked for nor needed";
    }

    private void found(List<CheckResult> results) {
        List<CheckResult> found = Stream.of(Verdict.Failed.class, Verdict.Warning.class)
                .flatMap(kind -> results.stream().filter(result -> kind.isInstance(result.verdict())))
                .toList();
        if (!found.isEmpty()) {
            text.append("\n## What was found\n");
            found.forEach(this::found);
        }
    }

    private void checks(SuiteReport suite) {
        text.append("\n## Checks\n");
        head("verdict", "check", "category", "took");
        for (CheckResult result : suite.results()) {
            row(
                    result.verdict().word(),
                    result.title(),
                    result.category().title(),
                    Amounts.time(result.milliseconds()));
        }
        List<CheckResult> skipped = suite.results().stream()
                .filter(result -> result.verdict() instanceof Verdict.Skipped)
                .toList();
        list(
                "skipped: ",
                skipped.stream()
                        .map(result -> result.title() + ". " + result.verdict().text())
                        .toList());
    }

    private void found(CheckResult result) {
        text.append("\n### ")
                .append(escaped(result.title()))
                .append(": ")
                .append(result.verdict().word())
                .append("\n\n");
        line(result.verdict().text());
        if (!result.verdict().hint().isEmpty()) {
            line("What to do: " + result.verdict().hint());
        }
        list(
                "",
                result.evidence().stream()
                        .map(one -> one.label() + ": " + one.text())
                        .toList());
    }

    private void packages(List<Node> all) {
        if (all.isEmpty()) {
            return;
        }
        text.append("\n## Packages that are asked for\n");
        head("package", "version", "asked for in");
        all.stream()
                .filter(Node::direct)
                .forEach(node -> row(
                        node.name(),
                        node.version(),
                        node.asked() ? String.join("; ", node.askedBy()) : "nothing that is known"));
        text.append("\n## The largest packages\n");
        head("package", "version", "size");
        all.stream()
                .sorted(Comparator.comparingLong(Node::bytes).reversed())
                .limit(LARGEST)
                .forEach(node -> row(node.name(), node.version(), Amounts.bytes(node.bytes())));
    }

    private void runs(List<RunRecord> runs) {
        if (runs.isEmpty()) {
            return;
        }
        text.append("\n## The last runs\n");
        head("started", "goal", "outcome", "took", "packages", "fetched");
        for (RunRecord run : runs.subList(Math.max(0, runs.size() - RUNS), runs.size())) {
            row(
                    Amounts.moment(run.started().toString()),
                    run.goal(),
                    run.outcome().word(),
                    Amounts.time(run.milliseconds()),
                    Integer.toString(run.packages()),
                    Integer.toString(run.fetched()));
        }
    }

    private void environment(Report report) {
        text.append("\n## Environment\n");
        head("", "");
        row("directory", report.suite().directory().toString());
        report.suite().facts().forEach(one -> row(one.label(), Amounts.moment(one.text())));
        new TreeMap<>(report.suite().tuning()).forEach(this::row);
    }

    private void benchmark(WrittenBenchmark benchmark) {
        text.append(BENCHMARK).append('\n');
        line(benchmark.summary());
        head("figure", "without tuning", "with tuning", "gain");
        benchmark.rows().forEach(one -> row(one.title(), one.plain(), one.tuned(), one.gain()));
        list("not measured: ", benchmark.skipped());
    }

    private void list(String start, List<String> items) {
        if (!items.isEmpty()) {
            text.append('\n');
        }
        items.forEach(
                one -> text.append("- ").append(start).append(escaped(one)).append('\n'));
    }

    private void head(String... titles) {
        text.append('\n');
        row(titles);
        text.append("| --- ".repeat(titles.length)).append("|\n");
    }

    private void row(String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(escaped(cell)).append(" |");
        }
        text.append('\n');
    }

    private void line(String sentence) {
        text.append(escaped(sentence)).append("  \n");
    }

    /** What would be markup, HTML or the end of a cell is written as itself, and so is what would begin a list. */
    private static String escaped(String foreign) {
        return foreign.strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("([\\\\`*_\\[\\]|~#!])", "\\\\$1")
                .replaceAll("^(\\d*)([-+=.)])(?=\\s|\\2|$)", "$1\\\\$2")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
