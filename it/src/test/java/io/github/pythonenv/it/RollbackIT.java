package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Back to an earlier generation, held there, and forth; and into the environment from a shell. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RollbackIT {

    @Test
    void backHeldAndForth(Projects projects) {
        MavenProject project = projects.copy("requirements");
        project.write("requirements.txt", "iniconfig==2.0.0\n");
        project.maven().run("validate").succeeds();
        project.write("requirements.txt", "iniconfig==2.1.0\n");
        project.maven().run("validate").succeeds();

        assertThat(project.maven()
                        .with("-Dpython-env.outputFile=generations.json")
                        .run("python-env:rollback")
                        .succeeds()
                        .output())
                .contains("went from generation 2 to generation 1", "to be held there");

        assertThat(project.venv().version("iniconfig")).isEqualTo("2.0.0");
        assertThat(project.read("generations.json")).contains("\"held\" : true");
        assertThat(project.maven().run("validate").succeeds().output()).contains("rollback -Dpython-env.forward");
        assertThat(project.venv().version("iniconfig")).isEqualTo("2.0.0");
        assertThat(project.maven()
                        .with("-Dpython-env.generation=9")
                        .run("python-env:rollback")
                        .fails()
                        .output())
                .contains("What to do:");

        project.maven().with("-Dpython-env.forward").run("python-env:rollback").succeeds();
        assertThat(project.venv().version("iniconfig")).isEqualTo("2.1.0");
        assertThat(project.maven()
                        .with("-Dpython-env.list")
                        .run("python-env:rollback")
                        .succeeds()
                        .output())
                .contains("* 2  ", "  1  ");
    }

    @Test
    void intoTheEnvironment(Projects projects) throws IOException, InterruptedException {
        MavenProject project = projects.copy("requirements");
        assertThat(project.maven().run("python-env:activate").fails().output())
                .contains("does not exist yet", "mvn python-env:ensure");
        project.maven().run("validate").succeeds();

        project.maven()
                .with(
                        "-Dpython-env.shell=sh",
                        "-Dpython-env.variables.GREETING=it's me",
                        "-Dpython-env.activationScript=target/enter.sh")
                .run("python-env:activate")
                .succeeds();

        Process shell = new ProcessBuilder("/bin/sh", "-c", ". target/enter.sh; echo \"$GREETING\"; command -v python")
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly("it's me", project.venv().program("python").toString());
        assertThat(shell.waitFor()).isZero();
        assertThat(project.maven()
                        .with("-Dpython-env.shell=tsh")
                        .run("python-env:activate")
                        .fails()
                        .output())
                .contains("tsh");
    }
}
