package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.report.Dashboard;
import io.github.pythonenv.report.Report;
import io.github.pythonenv.report.Reports;
import io.github.pythonenv.report.WrittenBenchmark;
import io.github.pythonenv.report.WrittenReport;
import io.github.pythonenv.validation.BenchmarkReport;
import io.github.pythonenv.validation.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** The reports of a module: a folder for each environment in {@code target/python-env}, and a page over all of them. */
record ReportFiles(Module module, Log console) {

    /** Writes the reports of environments that were validated, then the page over all that have some. */
    void write(List<Validated> all) {
        all.forEach(one -> write(one.report(), one.ledger().budgets()));
        Map<WrittenReport, Path> pages = new LinkedHashMap<>();
        WrittenReport.in(module.reports()).forEach(written -> pages.put(written, written.page()));
        new Dashboard(module.pluginVersion(), module.name(), Instant.now())
                .write(pages, module.reports().resolve("index.html"));
    }

    /** Keeps what a benchmark measured, and shows it in the report of the environment, where there is one. */
    void keep(BenchmarkReport report) {
        Path folder = module.reports().resolve(report.environment());
        WrittenBenchmark benchmark = WrittenBenchmark.write(report, folder);
        WrittenReport.in(module.reports()).stream()
                .filter(written -> written.folder().equals(folder))
                .forEach(written -> {
                    written.show(benchmark);
                    console.info(module.prefix() + "Report: " + written.page());
                });
    }

    private void write(SuiteReport suite, Budgets budgets) {
        Path folder = module.reports().resolve(suite.environment());
        Report report = new Report(
                module.pluginVersion(),
                module.name(),
                Instant.now(),
                suite,
                runs(suite.directory()),
                budgets,
                WrittenBenchmark.in(folder));
        Path page = Reports.write(report, folder);
        console.info(module.prefix() + "Report: " + page);
    }

    private List<RunRecord> runs(Path environment) {
        try {
            return RunHistory.of(environment).runs();
        } catch (IOException e) {
            console.warn("What earlier runs cost is not in the report: " + FileFault.why(e) + ".");
            return List.of();
        }
    }
}
