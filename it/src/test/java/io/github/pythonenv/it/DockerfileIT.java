package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.containers.Replay;
import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Dockerfile of generated projects, followed step by step, makes an image that does the project's work. */
@ExtendWith(ProjectsOfTest.class)
@EnabledOnOs(OS.LINUX)
@Tag("templates")
class DockerfileIT {

    @ParameterizedTest
    @CsvSource({"minimal, false, valley", "minimal, true, valley", "data-science, false, bicycles a degree"})
    void itsImageDoesTheWork(String template, String java, String printed, Projects projects) throws IOException {
        Generated generated = Generated.in(projects, "rainfall", "template=" + template, "java=" + java);

        assertThat(Replay.of(generated.project())).contains(printed);
    }
}
