package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PytestTest {

    @TempDir
    Path project;

    private Path tests;
    private Path report;

    @BeforeEach
    void prepare() throws IOException {
        tests = Files.createDirectories(project.resolve("src/test/python"));
        report = project.resolve("target/surefire-reports/TEST-python-dev.xml");
    }

    @Test
    void runsTheFoldersOfTests() {
        assertThat(pytest(TestSelection.ALL).program())
                .isEqualTo(new Program(
                        "pytest",
                        List.of("-m", "pytest"),
                        List.of("--junit-xml=" + report, "-o", "junit_suite_name=python-dev", "-x", tests.toString())));
    }

    @Test
    void runsWhatIsSelected() {
        assertThat(pytest(new TestSelection(List.of("/p/test_a.py::test_x"), "", List.of()))
                        .program()
                        .arguments())
                .endsWith("-x", "/p/test_a.py::test_x");
        assertThat(pytest(new TestSelection(List.of(), "a and not b", List.of()))
                        .program()
                        .arguments())
                .endsWith("-x", "-k", "a and not b", tests.toString());
    }

    @Test
    void makesTheSourcesOfAMavenProjectImportable() throws IOException {
        Path sources = Files.createDirectories(project.resolve("src/main/python"));
        assertThat(pytest(TestSelection.ALL).program().arguments())
                .containsSequence("-o", "pythonpath='" + sources.toString().replace('\\', '/') + "'");

        Files.writeString(project.resolve("pytest.ini"), "[pytest]\npythonpath = lib\n");
        assertThat(pytest(TestSelection.ALL).program().arguments()).noneMatch(word -> word.contains("pythonpath"));
    }

    @Test
    void measuresWhatTheProjectHas() throws IOException {
        assertThat(coverage().arguments()).contains("--cov");
        Files.delete(tests);
        Files.delete(tests.getParent());
        assertThat(coverage().arguments()).contains("--cov=" + project.resolve("src"));
        Path sources = Files.createDirectories(project.resolve("src/main/python"));
        assertThat(coverage().arguments())
                .contains(
                        "--cov=" + sources,
                        "--cov-report=term",
                        "--cov-report=xml:" + project.resolve("target/coverage-dev.xml"),
                        "--cov-fail-under=80.0");
        Files.writeString(project.resolve("pyproject.toml"), "[tool.coverage.run]\nsource = [\"lib\"]\n");
        assertThat(coverage().arguments()).contains("--cov");
        assertThat(coverage().variables())
                .containsEntry(
                        "COVERAGE_FILE",
                        project.resolve("target/coverage-dev.data").toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void judgesByThisRunsReportNotByAnEarlierOne() throws IOException {
        Files.createDirectories(report.getParent());
        Files.writeString(report, "<testsuites><testsuite tests=\"1\" failures=\"1\"/></testsuites>");
        Path python = project.resolve(".venv/bin/python");
        Files.createDirectories(python.getParent());
        Files.writeString(python, "#!/bin/sh\nexit 1\n");
        python.toFile().setExecutable(true);
        Surroundings surroundings = new Surroundings(
                new VenvLayout(project.resolve(".venv"), false),
                project,
                System.getenv(),
                Map.of(),
                Surroundings.NO_LIMIT);

        TestOutcome outcome = pytest(TestSelection.ALL).run(new Processes(), surroundings);

        assertThat(outcome).isEqualTo(new TestOutcome.Broken("pytest ended with exit status 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'Passed',",
        "1, 'Failed', 2 of 4 tests failed",
        "2, 'Failed', 'test_sums.TestAdd.test_two, test_broken'",
        "3, 'Broken', internal error",
        "4, 'Broken', could not be used",
        "5, 'NoTests',",
        "139, 'Broken', exit status 139",
    })
    void tellsWhatARunCameTo(int exitStatus, String kind, String words) throws IOException {
        Path file = project.resolve("report.xml");
        Files.writeString(file, """
                <?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="python-dev"
                  errors="1" failures="1" skipped="1" tests="4" time="0.06"><testcase classname="test_sums.TestAdd"
                  name="test_one" time="0.001" /><testcase classname="test_sums.TestAdd" name="test_two" time="0.001">
                  <failure message="assert 3 == 4">def test_two</failure></testcase><testcase classname=""
                  name="test_broken" time="0.0"><error message="collection failure">No module</error></testcase>
                  <testcase classname="test_sums" name="test_gpu"><skipped type="pytest.skip" message="no GPU" />
                  </testcase></testsuite></testsuites>
                """);
        TestResults results = TestResults.read(file).orElseThrow();

        TestOutcome outcome = TestOutcome.of(exitStatus, Optional.of(results));

        assertThat(results.line()).isEqualTo("Tests run: 4, Failures: 1, Errors: 1, Skipped: 1");
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(outcome.toString()).contains(words == null ? "" : words);
    }

    @Test
    void tellsAFailureThatIsOfNoTest() {
        TestResults passed = new TestResults(3, 0, 0, 0, List.of());

        assertThat(TestOutcome.of(1, Optional.of(passed)))
                .isInstanceOfSatisfying(
                        TestOutcome.Failed.class,
                        failed -> assertThat(failed.why()).contains("No test failed"));
        assertThat(TestOutcome.of(0, Optional.empty())).isInstanceOf(TestOutcome.Broken.class);
    }

    private Coverage coverage() {
        return Coverage.of(project, project.resolve("target"), "dev", 80.0);
    }

    private Pytest pytest(TestSelection selection) {
        return new Pytest(project, "dev", List.of(tests), selection, report, Optional.empty(), List.of("-x"));
    }
}
