package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The projects that the documentation shows do what it says of them. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class SamplesIT {

    @Test
    void loadProfile(Projects projects) {
        MavenProject project = projects.documented("samples/load-profile");

        String output = project.maven().run("process-classes").succeeds().output();

        assertThat(output).contains("1344 readings", "Thu 19 February 10:00   0.0 kWh");
        assertThat(project.read("target/classes/load-profile.csv")).startsWith("hour,weekday,weekend\n0,11.9");
        assertThat(project.file("target/classes/example/energy/CheapHours.class"))
                .isRegularFile();
    }
}
