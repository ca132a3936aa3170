package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A build that does something keeps what it cost, and can be held against a budget; one that is up to date does not. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class MetricsIT {

    @Test
    void keptAndHeldAgainstBudgets(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements").write("python-env.json", budgets("warn"));

        assertThat(project.maven().run("validate").succeeds().output())
                .contains("Over budget: the installed packages came to ");
        List<JsonNode> runs = runs(project);
        assertThat(runs).hasSize(1);
        JsonNode first = runs.get(0);
        assertThat(first.path("outcome").asString("")).isEqualTo("built");
        assertThat(first.path("packages").asInt(0)).isPositive();
        assertThat(first.path("stages").findValuesAsString("stage"))
                .contains("CreatingVirtualEnv", "InstallingPackages", "Verifying");
        assertThat(first.path("children").path("started").asInt(0)).isPositive();
        assertThat(first.path("measures").path("environmentMegabytes").asDouble(0))
                .isPositive();
        assertThat(logs(project))
                .singleElement()
                .satisfies(log -> assertThat(log)
                        .content()
                        .contains("ensure of the environment default", "DEBUG uv pip ", "[Complete]"));

        project.maven().run("validate").succeeds();
        assertThat(runs(project)).hasSize(1);
        assertThat(logs(project)).hasSize(1);

        project.write("python-env.json", budgets("fail"));
        project.write("more/requirements.txt", "python-slugify==8.0.3\n");
        assertThat(project.maven().run("validate").fails().output()).contains("the budget is 0.001 MB");
        assertThat(project.venv().version("python-slugify")).isEqualTo("8.0.3");

        project.write("more/requirements.txt", "python-slugify==0.0.0.1\n");
        assertThat(project.maven().run("validate").fails().output()).contains("The log of this run is ");
        assertThat(runs(project)).hasSize(3);
        assertThat(runs(project).get(2).path("outcome").asString("")).isEqualTo("failed");
        assertThat(logs(project)).hasSize(3);
        assertThat(logs(project).get(2)).content().contains("FAILED ");
    }

    @Test
    void programsAndChecksAreMeasuredAndShown(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements").write("python-env.json", """
                {"validation": {"budgets": {"startMilliseconds": 0.001, "lintFindings": 0}, "scores": {"lint": "lint.xml"}}}
                """);

        project.maven()
                .with("-Dpython-env.module=timeit", "-Dpython-env.args=pass")
                .run("python-env:run")
                .succeeds();
        JsonNode ran = runs(project).get(1);
        assertThat(ran.path("goal").asString("")).isEqualTo("run");
        assertThat(ran.path("outcome").asString("")).isEqualTo("ran");
        assertThat(ran.path("children").path("cpuMilliseconds").asInt(0)).isPositive();
        assertThat(ran.path("children").path("peakBytes").asLong(0)).isPositive();

        project.maven()
                .with("-Dpython-env.module=no_such_module")
                .run("python-env:run")
                .fails();
        assertThat(runs(project).get(2).path("outcome").asString("")).isEqualTo("failed");

        // As a linter leaves it.
        project.write("lint.xml", "<testsuite><testcase><failure>line 1, unused</failure></testcase></testsuite>");
        assertThat(project.maven()
                        .with("-Dpython-env.checks=start-time")
                        .run("python-env:validate")
                        .succeeds()
                        .output())
                .contains("Over budget: the start of the interpreter came to ")
                .contains("Over budget: findings of the linter came to 1; the budget is 0.");
        assertThat(project.maven().run("python-env:info").succeeds().output())
                .contains("the last runs cost:", "over budget: the start of the interpreter came to ")
                .contains("findings of the linter 1");
    }

    private static String budgets(String onExceeded) {
        return """
                {"validation": {"budgets": {"environmentMegabytes": 0.001, "onExceeded": "%s"}}}
                """.formatted(onExceeded);
    }

    private static List<JsonNode> runs(MavenProject project) throws IOException {
        return Files.readAllLines(project.file(".python-env/metrics/.venv.jsonl")).stream()
                .map(line -> PublishedSchema.read("metrics-1.0", line))
                .toList();
    }

    private static List<Path> logs(MavenProject project) throws IOException {
        try (Stream<Path> files = Files.list(project.file(".python-env/logs"))) {
            return files.sorted().toList();
        }
    }
}
