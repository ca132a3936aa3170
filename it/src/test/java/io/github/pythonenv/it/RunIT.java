package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs in the environment: what they print is seen, how they end counts. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RunIT {

    @ParameterizedTest
    @EnumSource(Maven.class)
    void aScript(Maven maven, Projects projects) {
        MavenProject project = projects.copy("requirements");

        assertThat(project.maven(maven)
                        .with("-Dpython-env.script=src/main/python/greet.py")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("greeting: hello-world 1,234,567");
    }

    @Test
    void aModuleAndACommandWithArguments(Projects projects) {
        MavenProject project = projects.copy("requirements");

        assertThat(project.maven()
                        .with("-Dpython-env.module=slugify", "-Dpython-env.args=--separator _ 'Two Words'")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("two_words");
        assertThat(project.maven()
                        .with("-Dpython-env.command=slugify", "-Dpython-env.args='Two Words'")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("two-words");
    }

    @Test
    void aFailureIsNamedAndFailsTheBuild(Projects projects) {
        MavenProject project = projects.copy("requirements").write("fail.py", "raise SystemExit(7)\n");

        assertThat(project.maven()
                        .with("-Dpython-env.script=fail.py", "-Dpython-env.exitCodeFile=target/exit")
                        .run("python-env:run")
                        .fails()
                        .output())
                .contains("fail.py")
                .contains("7");
        assertThat(project.read("target/exit").strip()).isEqualTo("7");

        project.maven()
                .with("-Dpython-env.script=fail.py", "-Dpython-env.successCodes=0,7")
                .run("python-env:run")
                .succeeds();
    }
}
