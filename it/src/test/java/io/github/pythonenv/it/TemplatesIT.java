package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every template, with Java and without, with all that can be chosen, builds on a machine where nothing is yet. PyTorch
 * comes from the ordinary index, with CUDA's libraries: gigabytes.
 */
@ExtendWith(ProjectsOfTest.class)
@Tag("templates")
class TemplatesIT {

    @ParameterizedTest
    @CsvSource({
        "minimal,false", "minimal,true",
        "data-science,false", "data-science,true",
        "web,false", "web,true",
        "machine-learning,false", "machine-learning,true",
        "full-stack,false", "full-stack,true"
    })
    void buildsAtOnce(String template, String java, Projects projects) throws IOException {
        Machine machine = Machine.fresh(projects.folder().resolve("machine"));
        MavenProject above = projects.empty("generated");
        Generated.run(above.maven().on(machine), "first", "template=" + template, "java=" + java)
                .succeeds();
        Generated generated = new Generated(new MavenProject(above.file("first")));
        MavenProject project = generated.project();
        project.write("python-env.json", project.read("python-env.json").replace("  \"accelerator\": \"auto\",\n", ""));
        generated.commit();
        MavenRun maven = project.maven().on(machine);

        assertThat(maven.run("verify").succeeds().output())
                .contains("All checks passed", "no issues found", "No secrets in", "Required test coverage of 80");
        assertThat(generated.uncommitted()).isEmpty();
        assertThat(maven.run("verify").succeeds().output())
                .contains("is up to date")
                .doesNotContain("Complete ");

        maven.run("-Pbenchmark").succeeds();
        assertThat(project.file("target/benchmark.json")).isNotEmptyFile();
        maven.run("-Pprofile").succeeds();
        assertThat(project.file("target/profile/cpu.html")).isNotEmptyFile();
        assertThat(project.file("target/profile/memory.html")).isNotEmptyFile();
        assertThat(generated.uncommitted()).isEmpty();
        delete(machine.uvCache());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted((one, other) -> other.compareTo(one))::iterator) {
                Files.delete(file);
            }
        }
    }
}
