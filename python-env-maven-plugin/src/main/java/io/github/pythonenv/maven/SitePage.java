package io.github.pythonenv.maven;

import io.github.pythonenv.report.WrittenBenchmark;
import io.github.pythonenv.report.WrittenReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.maven.doxia.sink.Sink;

/** The environments as a page of a Maven site, with links to their full reports. */
record SitePage(Sink sink, String title) {

    /**
     * Writes the page.
     *
     * @param reports each with its page
     * @param site the folder of the site
     */
    void print(Map<WrittenReport, Path> reports, Path site) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        sink.paragraph();
        link(site.resolve("python-env").resolve("index.html"), site, "All environments side by side");
        sink.paragraph_();
        overview(reports, site);
        sink.section1_();
        reports.forEach((report, page) -> environment(report, page, site));
        sink.body_();
        sink.flush();
        sink.close();
    }

    private void overview(Map<WrittenReport, Path> reports, Path site) {
        begin("Environment", "Project", "Checks", "Python", "Packages", "Size");
        reports.forEach((report, page) -> {
            sink.tableRow();
            sink.tableCell();
            link(page, site, report.environment());
            sink.tableCell_();
            cells(
                    report.project(),
                    report.verdict(),
                    report.python(),
                    Integer.toString(report.packages()),
                    report.size());
            sink.tableRow_();
        });
        end();
    }

    private void environment(WrittenReport report, Path page, Path site) {
        sink.section1();
        sink.sectionTitle1();
        sink.text(report.environment() + ", " + report.project());
        sink.sectionTitle1_();
        report.excesses().forEach(excess -> paragraph("Over budget: " + excess + "."));
        begin("Verdict", "Check", "Found", "What to do");
        for (WrittenReport.Check check : report.checks()) {
            sink.tableRow();
            cells(check.verdict(), check.title(), check.text(), check.hint());
            sink.tableRow_();
        }
        end();
        report.benchmark().ifPresent(this::benchmark);
        sink.paragraph();
        link(page, site, "The full report, with packages and why they are there, sizes and timings");
        sink.paragraph_();
        sink.section1_();
    }

    private void benchmark(WrittenBenchmark benchmark) {
        paragraph(benchmark.summary());
        begin("Figure", "Without tuning", "With tuning", "Gain");
        benchmark.rows().forEach(one -> {
            sink.tableRow();
            cells(one.title(), one.plain(), one.tuned(), one.gain());
            sink.tableRow_();
        });
        end();
        benchmark.skipped().forEach(one -> paragraph("Not measured: " + one));
    }

    private void paragraph(String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }

    private void begin(String... titles) {
        int[] left = new int[titles.length];
        Arrays.fill(left, Sink.JUSTIFY_LEFT);
        sink.table();
        sink.tableRows(left, false);
        sink.tableRow();
        for (String head : titles) {
            sink.tableHeaderCell();
            sink.text(head);
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
    }

    private void end() {
        sink.tableRows_();
        sink.table_();
    }

    private void cells(String... texts) {
        for (String text : texts) {
            sink.tableCell();
            sink.text(text);
            sink.tableCell_();
        }
    }

    private void link(Path to, Path site, String text) {
        sink.link(site.toUri().relativize(to.toUri()).toString());
        sink.text(text);
        sink.link_();
    }
}
