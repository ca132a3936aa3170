package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An environment with numpy is measured without its tuning and with it. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class BenchmarkIT {

    @Test
    void withTheTuningAndWithout(Projects projects) {
        MavenProject project = projects.copy("requirements")
                .write("requirements.txt", "numpy>=2\n")
                .write("python-env.json", "{\"optimization\": {\"threading\": {\"max_workers\": 1}}}");
        assertThat(project.maven().run("python-env:benchmark").fails().output())
                .contains("There is no environment at ");

        String output = project.maven()
                .with("-Dpython-env.rounds=1", "-Dpython-env.checks=structure")
                .run("python-env:ensure", "python-env:validate", "python-env:benchmark")
                .succeeds()
                .output();

        assertThat(output).contains("without tuning", "Memory bandwidth through numpy", "not measured: GPU. ");
        JsonNode report = PublishedSchema.read(
                        "benchmark-1.0", project.file("target/python-env/default/benchmark.json"))
                .path("environments")
                .get(0);
        List<String> ids = report.path("figures").findValuesAsString("id");
        assertThat(ids).contains("start", "cpu", "memory.numpy", "matmul", "import.numpy");
        report.path("figures").forEach(figure -> {
            // Nothing may be kept; all else takes time, or is done at some rate.
            double least = figure.path("id").asString().equals("memory.retained") ? 0 : Double.MIN_VALUE;
            assertThat(figure.path("plain").asDouble(-1)).isGreaterThanOrEqualTo(least);
            assertThat(figure.path("tuned").asDouble(-1)).isGreaterThanOrEqualTo(least);
        });
        assertThat(report.path("tuning").isEmpty()).isFalse();
        assertThat(project.read("target/python-env/default/report.md")).contains("| Memory bandwidth through numpy |");
        assertThat(project.read("target/python-env/default/report.html"))
                .contains("\"Memory bandwidth through numpy\"");
    }
}
