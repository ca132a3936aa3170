package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Python workers of a real Flink cluster run the packed environment with numpy and the project's code. */
@ExtendWith(ProjectsOfTest.class)
@Tag("engines")
class FlinkIT {

    @Test
    void workersRunTheArchive(Projects projects) {
        MavenProject project = projects.documented("samples/flink");

        // Flink's programs are scripts of the shell.
        String path = Machine.shared().environment().get("PATH") + ":/usr/bin:/bin";
        List<String> lines = project.maven()
                .environment("PATH", path)
                .run("integration-test")
                .succeeds()
                .lines();

        assertThat(lines)
                .filteredOn(line -> line.contains(" readings, mean "))
                .hasSize(4)
                .allMatch(line -> line.matches(
                        ".*250 readings, mean \\d+[.]5, by .*/python-dist-[^/]+/python-archives/environment"));
        assertThat(lines).anyMatch(line -> line.endsWith("All readings: 1000"));
    }
}
