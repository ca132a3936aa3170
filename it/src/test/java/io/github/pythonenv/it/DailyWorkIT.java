package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do in a project of the archetype: faults fail its build and its hooks, and its data are looked into. */
@ExtendWith(ProjectsOfTest.class)
@Tag("templates")
class DailyWorkIT {

    private static final Pattern NOTEBOOK =
            Pattern.compile("(?<address>http://127\\.0\\.0\\.1:\\d+/)lab\\?token=(?<token>\\w+)");

    private static final String MORE = "src/main/python/rainfall/more.py";

    @Test
    void faultsFailTheBuildAndTheHooks(Projects projects) {
        Generated generated = Generated.in(projects, "rainfall", "java=true");
        generated.commit();
        MavenProject project = generated.project();

        assertThat(project.maven()
                        .with("-Dpython-env.test=test_main.py")
                        .run("python-env:test")
                        .succeeds()
                        .output())
                .contains("test_main.py")
                .doesNotContain("test_rainfall.py");

        fails(project, MORE, "WORD: int = 'three'\n", "1 file would be reformatted");
        fails(project, MORE, "import os\n", "`os` imported but unused");
        fails(
                project,
                MORE,
                "WORD: int = \"three\"\n",
                "Incompatible types in assignment",
                "mypy ended with exit status 1");
        fails(
                project,
                "src/test/python/test_more.py",
                "def test_fails() -> None:\n    assert 1 + 1 == 3\n",
                "assert (1 + 1) == 3",
                "1 of 9 tests failed");
        fails(
                project,
                MORE,
                "def unreached(number: int) -> int:\n" + "    number += 1\n".repeat(40) + "    return number\n",
                "Required test coverage of 80",
                "coverage");
        fails(project, MORE, Generated.LEAK, MORE + ":1: AWS Access Key", "Take the secret out");

        assertThat(hooks(project).succeeds().output()).contains("Passed").doesNotContain("Failed");
        project.write(MORE, Generated.LEAK);
        assertThat(hooks(project).fails().output()).contains(MORE + ":1: AWS Access Key");
    }

    private static void fails(MavenProject project, String file, String text, String... messages) {
        project.write(file, text);
        assertThat(project.maven().run("verify").fails().output()).contains(messages);
        project.delete(file);
    }

    private static Build hooks(MavenProject project) {
        return project.maven()
                .startingMaven()
                .with("-Dpython-env.command=pre-commit", "-Dpython-env.args=run --all-files --verbose")
                .run("python-env:run");
    }

    @Test
    void dataAreDrawnAndLookedInto(Projects projects) throws Exception {
        MavenProject project =
                Generated.in(projects, "bridge", "template=data-science").project();
        project.maven()
                .with("-Dpython-env.module=bridge", "-Dpython-env.args=analyse --plot target/bicycles.png")
                .run("python-env:run")
                .succeeds();
        assertThat(project.file("target/bicycles.png")).isNotEmptyFile();

        RunningBuild notebook =
                project.maven().with("-Dnotebook.args=--allow-root").start("-Pnotebook");
        Matcher address = NOTEBOOK.matcher(notebook.line("http://127.0.0.1:"));
        assertThat(address.find()).isTrue();
        String contents = address.group("address") + "api/contents";
        assertThat(status(contents)).as("without the token").isEqualTo(403);
        assertThat(status(contents + "?token=" + address.group("token"))).isEqualTo(200);
        notebook.interrupt();
    }

    private static int status(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
