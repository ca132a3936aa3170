package io.github.pythonenv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void writesAllForms() throws IOException {
        Path page = Reports.write(SampleReports.small(), folder.resolve("target/python-env/default"));

        try (Stream<Path> files = Files.list(page.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.html", "report.json", "report.md", "TEST-python-env-default.xml");
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> Reports.write(SampleReports.small(), file))
                .withMessageContaining(file.toString());
        Path taken = Files.createDirectories(folder.resolve("taken/report.json/more"));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> Reports.write(SampleReports.small(), folder.resolve("taken")))
                .withMessageContaining("report.json cannot be written")
                .satisfies(failure -> assertThat(failure.hint()).contains("mvn clean"));
        assertThat(taken.getParent().getParent()).isDirectoryNotContaining(path -> !path.endsWith("report.json"));
    }

    @Test
    void theJsonIsAsItsSchemaSays() throws IOException {
        for (Report report : List.of(SampleReports.small(), SampleReports.empty(), SampleReports.large(40))) {
            String json = ReportJson.of(report).toString();

            assertThat(problems(json)).isEmpty();
            assertThat(problems(json.replace("\"1.0\"", "\"2.0\""))).isNotEmpty();
        }
        String json = ReportJson.of(SampleReports.small()).toString();
        assertThat(problems(json.replace("\"failed\"", "\"broken\""))).isNotEmpty();
        assertThat(problems(json.replace("\"direct\":true", "\"direct\":1"))).isNotEmpty();
    }

    @Test
    void surefireReadsTheXml() throws Exception {
        Reports.write(SampleReports.small(), folder);

        List<ReportTestSuite> suites =
                new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger()).parseXMLReportFiles();

        // It makes suites of the categories, as their checks' class names say.
        assertThat(suites)
                .extracting(ReportTestSuite::getFullClassName)
                .containsExactlyInAnyOrder(
                        "python-env.load-profile.default.python",
                        "python-env.load-profile.default.environment",
                        "python-env.load-profile.default.dependencies",
                        "python-env.load-profile.default.performance");
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum())
                .isEqualTo(7);
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfSkipped).sum())
                .isEqualTo(1);
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum())
                .isZero();
        assertThat(suites)
                .flatExtracting(ReportTestSuite::getTestCases)
                .filteredOn(ReportTestCase::hasFailure)
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.getName()).isEqualTo("Files are as RECORD says");
                    assertThat(failed.getFullClassName()).isEqualTo("python-env.load-profile.default.dependencies");
                    assertThat(failed.getTime()).isEqualTo(0.12f);
                    assertThat(failed.getFailureMessage()).startsWith("numpy/__init__.py was altered");
                    assertThat(failed.getFailureType()).isEqualTo("record");
                });
    }

    @Test
    void theMarkdownReadsWell() {
        String text = MarkdownReport.print(SampleReports.small());

        assertThat(text)
                .startsWith("# Environment default of load-profile\n")
                .contains("Python 3.14.3 on linux-x86\\_64, 8 packages (3 asked for), 60.1 MB.")
                .contains("Checks: 4 passed, 1 warning, 1 failed, 1 skipped.")
                .contains("| failed | Files are as RECORD says | Dependencies | 120 ms |")
                .contains("What to do: Run mvn python-env:ensure")
                .containsSubsequence("### Files are as RECORD says: failed", "can be imported: warning", "## Checks")
                .contains("\n- skipped: The GPU computes. This machine has no GPU.\n")
                .contains("| pandas | 2.3.6 | requirements.txt:1 |")
                .contains("| pandas | 2.3.6 | 32.4 MB |")
                .contains("| OMP\\_NUM\\_THREADS | 4 |")
                .doesNotContain(":00.123456789Z")
                .contains("Medians of 5 rounds, measured 2026-03-01T08:00:00Z.");
        assertThat(text)
                .doesNotContain("<script", "<img", "<!--")
                .contains("\n\\*\\*Over budget:\\*\\* \\[a link\\](javascript:1) &lt;img src=x onerror=1&gt; cannot be")
                .containsOnlyOnce("\n**Over budget:** ");
        assertThat(MarkdownReport.print(SampleReports.empty()))
                .contains("0 packages")
                .doesNotContain("## The last runs");
        assertThat(MarkdownReport.print(SampleReports.large(40)))
                .contains("40 packages (3 asked for, 1 neither asked for nor needed), ")
                .containsPattern("\\| data-core \\| [0-9.]+ \\| nothing that is known \\|");
    }

    @Test
    void whatIsMeasuredLaterIsShownInWhatWasWrittenBefore() throws IOException {
        Reports.write(SampleReports.empty(), folder.resolve("docs"));
        WrittenReport before = WrittenReport.in(folder).get(0);
        assertThat(before.benchmark()).isEmpty();
        String text = Files.readString(folder.resolve("docs/report.md"));

        WrittenBenchmark benchmark = WrittenBenchmark.write(SampleReports.benchmark(), folder.resolve("docs"));
        before.show(benchmark);

        assertThat(WrittenBenchmark.in(folder.resolve("docs"))).contains(benchmark);
        assertThat(Schemas.problems("benchmark-1.0", Files.readString(folder.resolve("docs/benchmark.json"))))
                .isEmpty();
        WrittenReport after = WrittenReport.in(folder).get(0);
        assertThat(after.benchmark()).contains(benchmark);
        assertThat(problems(after.json().toString())).isEmpty();
        assertThat(after.excesses()).isEmpty();
        Reports.write(SampleReports.small(), folder.resolve("small"));
        assertThat(WrittenReport.in(folder).get(1).excesses())
                .singleElement()
                .asString()
                .startsWith("the installed packages came to 61.2 MB");
        assertThat(Files.readString(after.page())).contains("\"Matrix product of numpy\"");
        assertThat(Files.readString(folder.resolve("docs/report.md")))
                .startsWith(text)
                .contains("| Matrix product of numpy | 41 Gflop/s | 82 Gflop/s | 2.00 x |")
                .contains("| Memory that is kept | 0 B | – | – |")
                .contains("- not measured: GPU: &lt;/script&gt;");

        // Measured again, it is replaced.
        after.show(benchmark);
        assertThat(Files.readString(folder.resolve("docs/report.md"))).containsOnlyOnce("Matrix product of numpy");
        Files.writeString(folder.resolve("docs/benchmark.json"), "{\"environments\": [");
        assertThat(WrittenBenchmark.in(folder.resolve("docs"))).isEmpty();
    }

    @Test
    void whatIsDamagedOrOfAnotherFormIsLeftOutAndTold() throws IOException {
        Reports.write(SampleReports.empty(), folder.resolve("whole"));
        Files.createDirectories(folder.resolve("benchmarked"));
        List<Path> bad = new ArrayList<>();
        for (String text :
                List.of("{", "{\"schemaVersion\": \"2.0\"}", "{\"schemaVersion\": \"1.0\", \"packages\": []}")) {
            bad.add(Files.createDirectories(folder.resolve("bad" + bad.size())).resolve("report.json"));
            Files.writeString(bad.get(bad.size() - 1), text);
        }
        List<Path> told = new ArrayList<>();

        assertThat(WrittenReport.in(folder, told::add))
                .extracting(WrittenReport::folder)
                .containsExactly(folder.resolve("whole"));
        assertThat(told).isEqualTo(bad);
    }

    @Test
    void foreignTextNeverBecomesMarkup() {
        String page = HtmlPage.REPORT.print(ReportJson.of(SampleReports.small()));

        List<String> elements = Pattern.compile("</?script[^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(elements)
                .containsExactly(
                        "<script type=\"application/json\" id=\"data\">",
                        "</script>",
                        "<script>",
                        "</script>",
                        "<script>",
                        "</script>");
        assertThat(page).doesNotContain("<img", "<!--", "{library}", "{data}").contains("d3js.org");
    }

    @Test
    void fourHundredPackagesFitIntoFiveMegabytes() throws IOException {
        Path page = Reports.write(SampleReports.large(400), folder);

        assertThat(Files.size(page)).isLessThan(5_000_000);
    }

    private static List<String> problems(String json) throws IOException {
        return Schemas.problems("report-1.0", json);
    }
}
