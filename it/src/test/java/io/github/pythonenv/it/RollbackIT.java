package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A rollback brings back the environment that stood there before, and it stays until something else is asked. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RollbackIT {

    @Test
    void aBadUpdateIsTakenBack(Projects projects) {
        MavenProject project = projects.copy("requirements").write("requirements.txt", "humanize==4.12.2\n");
        project.maven().run("validate").succeeds();
        Object good = project.venv().identity();
        project.write("requirements.txt", "humanize==4.12.3\n");
        project.maven().run("validate").succeeds();

        Build back = project.maven()
                .with("-Dpython-env.outputFile=back.json")
                .run("python-env:rollback")
                .succeeds();

        assertThat(back.output()).contains("went from generation 2 to generation 1, ", "to be held there");
        assertThat(project.venv().identity()).isEqualTo(good);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
        JsonNode environment = read(project, "back.json").get("environments").get(0);
        assertThat(environment.get("from").intValue()).isEqualTo(2);
        assertThat(environment.get("to").intValue()).isEqualTo(1);
        assertThat(environment
                        .get("generations")
                        .get(0)
                        .get("packages")
                        .get("humanize")
                        .stringValue())
                .isEqualTo("4.12.3");
        assertThat(environment.get("generations").get(0).get("why").stringValue())
                .isEqualTo("requirements.txt changed");

        Build held = project.maven().watchingProcesses().run("validate").succeeds();
        assertThat(held.output())
                .contains("is held at generation 1, where rollback put it", "though requirements.txt changed");
        assertThat(held.processes()).isEmpty();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");

        project.maven()
                .with("-Dpython-env.forward")
                .run("python-env:rollback", "validate")
                .succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");

        // What is asked for next is built, and the hold is over.
        project.maven()
                .with("-Dpython-env.generation=1")
                .run("python-env:rollback")
                .succeeds();
        project.write("requirements.txt", "humanize==4.12.1\n");
        Build anew = project.maven().run("validate", "python-env:check").succeeds();
        assertThat(anew.output()).contains("requirements.txt changed").doesNotContain("is held");
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.1");

        Build list = project.maven()
                .with("-Dpython-env.list")
                .run("python-env:rollback")
                .succeeds();
        assertThat(list.lines())
                .anyMatch(line -> line.matches(".*\\* 3  .*CPython 3.*, 1 package: requirements.txt changed"))
                .anyMatch(line -> line.matches(".*  1  .*, 1 package: there is none yet"));
        assertThat(project.read(".python-env/journal/.venv.log").lines())
                .hasSize(7)
                .anyMatch(line -> line.contains("went from generation 2 to generation 1"));
        assertThat(project.maven()
                        .with("-Dpython-env.generation=9")
                        .run("python-env:rollback")
                        .fails()
                        .output())
                .contains("There is no generation 9", "3 (which stands there), 1");
    }

    private static JsonNode read(MavenProject project, String file) {
        return PublishedSchema.read("rollback-1.0", project.read(file));
    }
}
