package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plugin loads, by its prefix and without a project. */
@ExtendWith(ProjectsOfTest.class)
class HelpIT {

    @ParameterizedTest
    @EnumSource(Maven.class)
    void namesTheGoals(Maven maven, Projects projects) {
        Build build =
                projects.empty("no project").maven(maven).watchingProcesses().run("python-env:help");

        assertThat(build.succeeds().output()).contains("python-env:help").contains("Display help information");
        assertThat(build.processes()).isEmpty();
    }
}
