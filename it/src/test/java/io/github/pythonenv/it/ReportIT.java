package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What validate finds is written for people, programs and build servers, and is part of the project's site. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ReportIT {

    @Test
    void writtenByValidateAndShownInTheSite(Projects projects) {
        MavenProject project = projects.copy("reported");

        project.maven().run("python-env:report").succeeds();
        assertThat(project.file("target")).doesNotExist();

        // As benchmark leaves it.
        project.write("target/python-env/default/benchmark.json", """
                {"environments": [{"started": "2026-01-01T00:00:00Z", "rounds": 3, "skipped": [{"label": "GPU", "text": "There is none."}],
                  "figures": [{"id": "cpu", "title": "Pure Python", "unit": "ops/s", "plain": 10, "tuned": 20, "gain": 2}]}]}
                """);
        project.maven().run("initialize", "site").succeeds();

        JsonNode report = PublishedSchema.read("report-1.0", project.read("target/python-env/default/report.json"));
        assertThat(report.path("validation").path("summary").path("failed").asInt(-1))
                .isZero();
        assertThat(report.path("packages")
                        .valueStream()
                        .map(one -> one.path("name").asString("")))
                .containsExactly("python-dateutil", "six");
        assertThat(report.path("packages").get(0).path("askedBy").get(0).asString(""))
                .isEqualTo("requirements.txt:2");
        assertThat(report.path("runs").findValuesAsString("goal")).containsExactly("ensure", "validate");
        assertThat(project.file("target/python-env/default/report.md"))
                .content()
                .contains("| python-dateutil |");
        assertThat(project.file("target/python-env/default/report.html"))
                .content()
                .contains("\"python-dateutil\"");
        assertThat(project.file("target/python-env/default/TEST-python-env-default.xml"))
                .content()
                .contains("classname=\"python-env.reported.default.dependencies\"");
        assertThat(project.file("target/python-env/index.html")).content().contains("default/report.html");

        assertThat(project.file("target/site/python-env.html"))
                .content()
                .contains("Python environments", "href=\"python-env/default.html\"", "passed")
                .contains(
                        "Medians of 3 rounds, measured 2026-01-01T00:00:00Z.",
                        "Pure Python",
                        "2.00 x",
                        "Not measured: GPU: There is none.");
        assertThat(project.file("target/site/python-env/default.html"))
                .content()
                .contains("\"python-dateutil\"");
        assertThat(project.file("target/site/python-env/index.html")).content().contains("\"page\":\"default.html\"");
    }
}
