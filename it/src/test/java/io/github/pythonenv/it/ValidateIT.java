package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The suite of checks holds for an environment of real packages, tells what was broken in it, and fails as asked. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ValidateIT {

    private static final String FILE = "target/validation.json";

    @Test
    void anEnvironmentOfRealPackages(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements")
                .write("requirements.txt", "markupsafe==3.0.3\nrequests==2.32.5\n")
                .write("python-env.json", """
                {"validation": {"commands": {"hears": {"command": "python -m pip --version", "exitCode": 1}}}}
                """);
        assertThat(project.maven().run("python-env:validate").fails().output())
                .contains("There is no environment at ", "mvn python-env:ensure");

        String output = project.maven()
                .with("-Dpython-env.outputFile=" + project.file(FILE))
                .run("python-env:ensure", "python-env:validate")
                .succeeds()
                .output();
        assertThat(output).contains("Environment default, CPython ", "passed   ", "(record)", "skipped  ");
        JsonNode report = read(project);
        assertThat(report.path("environment").asString("")).isEqualTo("default");
        assertThat(report.path("summary").path("failed").asInt(-1)).isZero();
        assertThat(report.path("summary").path("passed").asInt(0)).isGreaterThan(15);
        assertThat(verdict(report, "native-imports")).isEqualTo("passed");
        assertThat(verdict(report, "hears")).isEqualTo("passed");

        Files.delete(
                project.venv().folder().resolve("lib").resolve(series(project) + "/site-packages/requests/api.py"));
        assertThat(project.maven()
                        .with("-Dpython-env.checks=record,imports", "-Dpython-env.outputFile=" + project.file(FILE))
                        .run("python-env:validate")
                        .fails()
                        .output())
                .contains("The environment default does not hold: ", "- record: requests: ", "What to do: ");
        JsonNode broken = read(project);
        assertThat(broken.path("checks").findValuesAsString("id")).containsExactly("record", "imports");
        assertThat(verdict(broken, "record")).isEqualTo("failed");

        project.maven()
                .with("-Dpython-env.checks=record", "-Dpython-env.failOn=never")
                .run("python-env:validate")
                .succeeds();
    }

    @Test
    void theEnvironmentThatIsNamedAsJson(Projects projects) {
        MavenProject project = projects.copy("requirements").write("python-env.json", """
                {"environments": {"one": {"packages": ["six==1.17.0"]}, "two": {"packages": ["idna==3.11"]}}}
                """);
        String json = project.maven()
                .with(
                        "-q",
                        "-Dpython-env.output=json",
                        "-Dpython-env.environment=two",
                        "-Dpython-env.checks=!performance")
                .run("python-env:ensure", "python-env:validate")
                .succeeds()
                .output();
        JsonNode environments = PublishedSchema.read(
                        "validation-1.0", json.substring(json.indexOf('{'), json.lastIndexOf('}') + 1))
                .path("environments");
        assertThat(environments.size()).isEqualTo(1);
        assertThat(environments.get(0).path("environment").asString("")).isEqualTo("two");
    }

    private static JsonNode read(MavenProject project) {
        return PublishedSchema.read("validation-1.0", project.read(FILE))
                .path("environments")
                .get(0);
    }

    private static String verdict(JsonNode report, String id) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("id").asString("").equals(id)) {
                return check.path("verdict").asString("");
            }
        }
        return "there is no such check";
    }

    private static String series(MavenProject project) {
        return "python"
                + project.venv()
                        .python("import sys; print('%d.%d' % sys.version_info[:2], end='')")
                        .strip();
    }
}
