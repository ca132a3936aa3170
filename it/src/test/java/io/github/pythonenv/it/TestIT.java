package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The project's Python tests are run and count as its Java tests do. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class TestIT {

    private static final String REPORT = "target/surefire-reports/TEST-python-default.xml";

    @Test
    void withTheBuildAndItsReports(Projects projects) {
        MavenProject project = projects.copy("tested", "with spaces");

        // Which Java tests are run does not matter here.
        assertThat(project.maven()
                        .with("-Dtest=TariffTest", "-Dpython-env.coverageMinimum=80")
                        .run("test")
                        .succeeds()
                        .output())
                .contains("Tests run: 5, Failures: 0, Errors: 0, Skipped: 0");

        assertThat(project.read(REPORT)).contains("name=\"python-default\"", "test_costs_add_up");
        assertThat(project.read("target/python-env/coverage-default.xml")).contains("filename=\"tariff.py\"");
        assertThat(project.file(".coverage")).doesNotExist();

        assertThat(project.maven()
                        .with("-Dpython-env.coverageMinimum=95")
                        .run("python-env:test")
                        .fails()
                        .output())
                .contains("Required test coverage of 95")
                .contains("No test failed");

        // What tests reach is kept, and held against a budget, too.
        assertThat(project.read(".python-env/metrics/.venv.jsonl")).contains("\"testSeconds\"", "\"coverage\"");
        project.write(
                "python-env.json", "{\"validation\": {\"budgets\": {\"coverage\": 99.9, \"onExceeded\": \"fail\"}}}");
        assertThat(project.maven().run("python-env:test").fails().output())
                .contains("exceeds its budget: the coverage of the tests");
    }

    @Test
    void failuresFailTheBuildUnlessMavenIsToldOtherwise(Projects projects) {
        MavenProject project = projects.copy("tested")
                .write("src/test/python/test_broken.py", "def test_tomorrow():\n    assert 'sun' == 'rain'\n");

        assertThat(project.maven().run("test").fails().output())
                .contains("1 of 6 tests failed: src.test.python.test_broken.test_tomorrow")
                .contains(REPORT);
        assertThat(project.maven()
                        .with("-Dmaven.test.failure.ignore")
                        .run("test")
                        .succeeds()
                        .output())
                .contains("[ERROR] 1 of 6 tests failed");
        assertThat(project.maven().with("-DskipTests").run("test").succeeds().output())
                .contains("Tests are skipped")
                .doesNotContain("test_broken");
    }

    @Test
    void aSelectionOrNothing(Projects projects) {
        MavenProject project = projects.copy("tested");

        assertThat(project.maven()
                        .with(
                                "-Dpython-env.test=test_tariff.py::test_costs_add_up,test_tariff.py::test_nights_are_cheap[4-0.21]")
                        .run("python-env:test")
                        .succeeds()
                        .output())
                .contains("Tests run: 2,");
        assertThat(project.maven()
                        .with("-Dpython-env.test=holidays")
                        .run("python-env:test")
                        .succeeds()
                        .output())
                .contains("no test that is selected by holidays");
        assertThat(project.maven()
                        .with("-Dpython-env.test=holidays", "-DfailIfNoTests")
                        .run("python-env:test")
                        .fails()
                        .output())
                .contains("no test that is selected by holidays");
    }

    @Test
    void withoutPytestItSaysWhatToAdd(Projects projects) {
        MavenProject project = projects.copy("requirements").write("tests/test_greet.py", "def test_greet(): pass\n");

        assertThat(project.maven().run("python-env:test").fails().output())
                .contains("no pytest in the environment 'default'")
                .contains("uv add --dev pytest");
    }
}
