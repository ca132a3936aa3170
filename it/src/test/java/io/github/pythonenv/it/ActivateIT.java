package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What {@code activate} prints or writes takes a shell into the environment, with its variables. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ActivateIT {

    /** How each shell runs a script in itself. csh wants more programs on its path than tests have. */
    private static final Map<String, String> SOURCE =
            Map.of("dash", ". ", "bash", ". ", "zsh", ". ", "fish", "source ");

    private static final String ASK =
            "python -c 'import os, sys; print(sys.prefix, os.environ[\"GREETING\"], sep=\"\\n\")'";

    @Test
    void shellsEnterTheEnvironment(Projects projects) {
        MavenProject project = projects.copy("packages").write("python-env.json", """
                {"defaults": {
                    "variables": {"GREETING": "it's \\"me\\", $HOME & `id` ä"},
                    "directory": "it's a \\"$HOME\\" & ä/.venv"}}
                """);
        Path directory = project.file("it's a \"$HOME\" & ä/.venv");
        assertThat(project.maven().run("python-env:activate").fails().output())
                .contains("does not exist yet", "Build it with mvn python-env:ensure.");
        project.maven().run("validate").succeeds();

        // Maven prints nothing else: what is printed is what a shell is to evaluate.
        Build printed = project.maven(Maven.V3_9)
                .with("-q", "-Dpython-env.shell=bash")
                .run("python-env:activate")
                .succeeds();
        assertEnters(directory, project, "bash", String.join("\n", printed.lines()));

        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, String> shell : SOURCE.entrySet()) {
            if (Files.isExecutable(Path.of("/usr/bin", shell.getKey()))) {
                tried.add(shell.getKey());
                String script = "enter." + shell.getKey();
                project.maven()
                        .with("-Dpython-env.shell=" + shell.getKey(), "-Dpython-env.activationScript=" + script)
                        .run("python-env:activate")
                        .succeeds();
                assertEnters(directory, project, shell.getKey(), shell.getValue() + "./" + script);
            }
        }
        assertThat(tried).contains("dash", "bash");
    }

    @Test
    void aProgramReadsWhatToDo(Projects projects) {
        MavenProject project =
                projects.copy("packages").write("python-env.json", "{\"defaults\": {\"variables\": {\"A\": \"1\"}}}");
        project.maven().run("validate").succeeds();

        project.maven()
                .with("-Dpython-env.shell=powershell", "-Dpython-env.outputFile=activate.json")
                .run("python-env:activate")
                .succeeds();

        JsonNode said = PublishedSchema.read("activate-1.0", project.read("activate.json"));
        assertThat(said.get("shell").stringValue()).isEqualTo("powershell");
        assertThat(said.get("commands").get(0).stringValue())
                .isEqualTo(". '" + project.venv().folder().resolve("bin/activate.ps1") + "'");
        assertThat(said.get("variables").get("A").get("overrides").booleanValue())
                .isTrue();
        assertThat(project.maven()
                        .with("-Dpython-env.shell=elvish")
                        .run("python-env:activate")
                        .fails()
                        .output())
                .contains("There is no activation for a shell named 'elvish'");
    }

    private static void assertEnters(Path directory, MavenProject project, String shell, String line) {
        assertThat(Programs.run(project.folder(), List.of("/usr/bin/" + shell, "-c", line + "\n" + ASK)))
                .as(shell)
                .isEqualTo(directory + "\nit's \"me\", $HOME & `id` ä");
    }
}
