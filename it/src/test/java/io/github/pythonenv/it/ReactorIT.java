package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Venv;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many modules: those that ask for an environment get one, also at the same time. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ReactorIT {

    @ParameterizedTest
    @EnumSource(value = Maven.class, mode = EnumSource.Mode.EXCLUDE, names = "V3_10")
    void anInheritedExecutionActsWhereThereAreInputs(Maven maven, Projects projects) {
        MavenProject project = projects.copy("reactor-inherited");

        project.maven(maven).run("validate").succeeds();

        assertThat(new Venv(project.file("with-python/.venv")).version("humanize"))
                .isEqualTo("4.12.3");
        assertThat(project.file(".venv")).doesNotExist();
        assertThat(project.file("java-only/.venv")).doesNotExist();
        assertThat(project.file("docs-only/.venv")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(value = Maven.class, mode = EnumSource.Mode.EXCLUDE, names = "V3_10")
    void tenModulesInTwoThreads(Maven maven, Projects projects) {
        MavenProject project = projects.copy("ten-modules");

        project.maven(maven).with("-T2").run("validate").succeeds();

        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> new Venv(project.file("module-%02d/.venv".formatted(number))))
                        .map(venv -> venv.python("import sys; print(sys.prefix)")))
                .hasSize(10)
                .doesNotHaveDuplicates();
        Build second = project.maven(maven)
                .with("-T2")
                .watchingProcesses()
                .run("validate")
                .succeeds();
        assertThat(second.processes()).isEmpty();
    }
}
