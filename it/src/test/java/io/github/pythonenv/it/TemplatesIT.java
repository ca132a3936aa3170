package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every template, with Java and without, with all that can be chosen, builds on a machine where nothing is yet, and is
 * measured by its profiles. PyTorch comes from the ordinary index, with CUDA's libraries: gigabytes.
 */
@ExtendWith(ProjectsOfTest.class)
@Tag("templates")
class TemplatesIT {

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "data-science", "machine-learning", "web", "full-stack"})
    void buildsAtOnce(String template, Projects projects) {
        Machine machine = Machine.fresh(projects.folder().resolve("machine"));
        MavenProject above = projects.empty("generated");
        for (String java : List.of("false", "true")) {
            String name = "java-" + java;
            Generated.run(above.maven().on(machine), name, "template=" + template, "java=" + java)
                    .succeeds();
            buildsTwiceAndIsMeasured(new Generated(new MavenProject(above.file(name))), machine);
        }
        Folders.gone(machine.uvCache());
    }

    private static void buildsTwiceAndIsMeasured(Generated generated, Machine machine) {
        MavenProject project = generated.project();
        project.write("python-env.json", project.read("python-env.json").replace("  \"accelerator\": \"auto\",\n", ""));
        generated.commit();
        MavenRun maven = project.maven().on(machine);

        assertThat(maven.run("verify").succeeds().output())
                .contains("All checks passed", "no issues found", "No secrets in", "Required test coverage of 80");
        assertThat(generated.uncommitted()).isEmpty();
        assertThat(maven.run("verify").succeeds().output())
                .contains("is up to date")
                .doesNotContain("CreatingVirtualEnv");

        maven.run("-Pbenchmark").succeeds();
        assertThat(project.file("target/benchmark.json")).isNotEmptyFile();
        maven.run("-Pprofile").succeeds();
        assertThat(project.file("target/profile/cpu.html")).isNotEmptyFile();
        assertThat(project.file("target/profile/memory.html")).isNotEmptyFile();
        assertThat(generated.uncommitted()).isEmpty();
    }
}
