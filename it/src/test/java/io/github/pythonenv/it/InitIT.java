package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code init} takes a template's files into a project that is there, touches nothing, and says what it does. */
@ExtendWith(ProjectsOfTest.class)
class InitIT {

    private static final String INIT = "io.github.pythonenv:python-env-maven-plugin:init";

    @Test
    void aTemplateInAProjectOfOnesOwn(Projects projects) {
        MavenProject project = projects.copy("requirements").write(".gitignore", "target/\n");
        String pom = project.read("pom.xml");

        String shown = project.maven()
                .with("-Dtemplate=web", "-Dpython-env.dryRun")
                .run("python-env:init")
                .succeeds()
                .output();
        assertThat(shown)
                .contains("new   src/main/python/", "kept  pom.xml", "kept  .gitignore")
                .contains("+.venv/", "diff --git a/Dockerfile b/Dockerfile");
        assertThat(project.file("Dockerfile")).doesNotExist();

        String written = project.maven()
                .with("-Dtemplate=web")
                .run("python-env:init")
                .succeeds()
                .output();
        assertThat(written).contains("+.venv/", "What is kept is yours").doesNotContain("diff --git a/Dockerfile");
        assertThat(project.file("Dockerfile")).isNotEmptyFile();
        assertThat(project.read("pom.xml")).isEqualTo(pom);
        assertThat(project.read(".gitignore")).isEqualTo("target/\n");
    }

    @Test
    void theDiffIsWhatGitApplies(Projects projects) {
        MavenProject patched = projects.empty("rainfall");
        patched.maven()
                .with(
                        "-Dtemplate=minimal",
                        "-Djava=true",
                        "-DgroupId=com.example",
                        "-Dpython-env.dryRun",
                        "-Dpython-env.outputFile=init.patch")
                .run(INIT)
                .succeeds();
        Programs.run(patched.folder(), List.of("git", "init", "--quiet"));
        Programs.run(patched.folder(), List.of("git", "apply", "init.patch"));

        Generated generated = Generated.in(projects, "rainfall", "java=true");
        assertThat(new Generated(patched).files())
                .filteredOn(file -> !file.startsWith(".git/") && !file.equals("init.patch"))
                .isEqualTo(generated.files());
        for (String file : generated.files()) {
            assertThat(patched.read(file))
                    .as(file)
                    .isEqualTo(generated.project().read(file));
        }
    }

    /** By linters and published schemas, in an environment that a script asks for. */
    @Test
    @Tag("network")
    void theFilesOfEachTemplateAreWhatTheyShouldBe(Projects projects) {
        for (String project : List.of(
                "minimal-true", "data-science-false", "machine-learning-true", "web-false", "full-stack-true")) {
            int java = project.lastIndexOf('-');
            projects.empty("all/" + project)
                    .maven()
                    .with("-Dtemplate=" + project.substring(0, java), "-Djava=" + project.substring(java + 1))
                    .run(INIT)
                    .succeeds();
        }

        String checked = projects.copy("linted")
                .maven()
                .with("-Dpython-env.script=lint.py", "-Dpython-env.args=../all")
                .run("python-env:run")
                .succeeds()
                .output();

        assertThat(checked).contains("5 Dockerfiles", "5 compose files", "5 workflows", "5 dev containers");
    }
}
