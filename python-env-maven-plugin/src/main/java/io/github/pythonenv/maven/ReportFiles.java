package io.github.pythonenv.maven;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.report.Dashboard;
import io.github.pythonenv.report.Report;
import io.github.pythonenv.report.Reports;
import io.github.pythonenv.report.WrittenReport;
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

    /** Writes the reports of one environment, then the page over all that have some. */
    void write(SuiteReport suite, Budgets budgets) {
        Report report = new Report(
                module.pluginVersion(), module.name(), Instant.now(), suite, runs(suite.directory()), budgets);
        Path page = Reports.write(report, module.reports().resolve(suite.environment()));
        Map<WrittenReport, Path> all = new LinkedHashMap<>();
        WrittenReport.in(module.reports()).forEach(written -> all.put(written, written.page()));
        new Dashboard(module.pluginVersion(), module.name(), Instant.now())
                .write(all, module.reports().resolve("index.html"));
        console.info(module.prefix() + "Report: " + page);
    }

    private List<RunRecord> runs(Path environment) {
        try {
            return RunHistory.of(environment).runs();
        } catch (IOException e) {
            console.warn("What earlier runs cost is not in the report: " + e);
            return List.of();
        }
    }
}
