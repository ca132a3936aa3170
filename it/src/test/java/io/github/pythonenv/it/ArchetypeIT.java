package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the archetype makes builds at once, finds faults, and has in it what was chosen. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class ArchetypeIT {

    private static final List<String> MINIMAL = List.of(
            ".editorconfig",
            ".gitignore",
            ".vscode/extensions.json",
            ".vscode/launch.json",
            ".vscode/settings.json",
            "README.md",
            "pom.xml",
            "pyproject.toml",
            "python-env.json",
            "src/main/python/rainfall/__init__.py",
            "src/main/python/rainfall/__main__.py",
            "src/main/python/rainfall/data/rainfall.csv",
            "src/main/python/rainfall/py.typed",
            "src/main/python/rainfall/rainfall.py",
            "src/test/python/test_main.py",
            "src/test/python/test_rainfall.py");

    /** Of the artifact 2nd-Rainfall.v2. */
    private static final String MODULE = "python/p2nd_rainfall_v2/";

    /** Never given to anyone; in two parts, so that no scanner takes this file for a leak. */
    private static final String LEAK = "KEY = \"AKIA" + "Q3EGPZ7LVW5XD2MN\"\n";

    @Test
    void withNothingChosenThereIsNothingMore(Projects projects) {
        Generated generated =
                Generated.in(projects, "rainfall", "java=false", "container=false", "ci=false", "quality=false");

        assertThat(generated.files()).containsExactlyElementsOf(MINIMAL);
        assertThat(generated.headings("README.md"))
                .containsExactly("# rainfall", "## Every day", "## What the build holds to", "## Where things are");
    }

    @Test
    void javaAndPythonAreBuiltTogetherAndFaultsAreFound(Projects projects) {
        Generated generated = Generated.in(
                projects, "2nd-Rainfall.v2", "groupId=com.my-company.2go", "java=true", "container=false", "ci=false");
        assertThat(generated.files())
                .containsExactlyElementsOf(Stream.concat(
                                MINIMAL.stream().map(file -> file.replace("python/rainfall/", MODULE)),
                                Stream.of(
                                        ".pre-commit-config.yaml",
                                        "src/build/python/measure.py",
                                        "src/build/python/scan_secrets.py",
                                        "src/main/java/com/my_company/_2go/Main.java",
                                        "src/main/java/com/my_company/_2go/PythonPart.java",
                                        "src/test/benchmark/test_rainfall_speed.py",
                                        "src/test/java/com/my_company/_2go/PythonPartTest.java"))
                        .sorted()
                        .toList());
        assertThat(generated.headings("README.md")).contains("## Java");
        MavenProject project = generated.project();
        project.write(".cache/uv/other.py", LEAK);
        generated.commit();

        Build first = project.maven().run("verify").succeeds();
        assertThat(first.output())
                .contains("files already formatted", "All checks passed", "no issues found", "No secrets in")
                .contains("No lock says which versions", "mvn python-env:lock");
        assertThat(project.file("target/surefire-reports/TEST-python-default.xml"))
                .exists();
        assertThat(project.file("target/surefire-reports/TEST-com.my_company._2go.PythonPartTest.xml"))
                .exists();
        assertThat(generated.uncommitted()).as("what the build leaves behind").isEmpty();

        project.maven().run("python-env:lock").succeeds();
        assertThat(generated.uncommitted()).isEqualTo("?? python-env.lock\n?? uv.lock");
        generated.commit();
        assertThat(project.maven()
                        .environment("CI", "true")
                        .run("verify")
                        .succeeds()
                        .output())
                .doesNotContain("No lock says");
        assertThat(generated.uncommitted()).isEmpty();
        assertThat(project.maven()
                        .environment("CI", "true")
                        .watchingProcesses()
                        .run("validate")
                        .succeeds()
                        .processes())
                .as("started by a further build for the environment")
                .isEmpty();
        faults(project);
    }

    private static void faults(MavenProject project) {
        fails(project, "src/main/" + MODULE + "more.py", "WORD: int = 'three'\n", "1 file would be reformatted");
        fails(project, "src/main/" + MODULE + "more.py", "import os\n", "`os` imported but unused");
        fails(
                project,
                "src/main/" + MODULE + "more.py",
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
                "src/main/" + MODULE + "more.py",
                "def unreached(number: int) -> int:\n" + "    number += 1\n".repeat(40) + "    return number\n",
                "Required test coverage of 80",
                "coverage");
        fails(
                project,
                "src/main/" + MODULE + "more.py",
                LEAK,
                "src/main/" + MODULE + "more.py:1: AWS Access Key",
                "Take the secret out");
    }

    private static void fails(MavenProject project, String file, String text, String... messages) {
        project.write(file, text);
        assertThat(project.maven().run("verify").fails().output()).contains(messages);
        project.delete(file);
    }

    @Test
    void dataIsExploredWithAllThatCanBeChosen(Projects projects) {
        Generated generated = Generated.in(projects, "bridge", "template=data-science");
        assertThat(generated.files())
                .containsExactly(
                        ".devcontainer/devcontainer.json",
                        ".dockerignore",
                        ".editorconfig",
                        ".github/workflows/verify.yml",
                        ".gitignore",
                        ".pre-commit-config.yaml",
                        ".vscode/extensions.json",
                        ".vscode/launch.json",
                        ".vscode/settings.json",
                        "Dockerfile",
                        "README.md",
                        "compose.yaml",
                        "pom.xml",
                        "pyproject.toml",
                        "python-env.json",
                        "src/build/python/measure.py",
                        "src/build/python/scan_secrets.py",
                        "src/main/python/bridge/__init__.py",
                        "src/main/python/bridge/__main__.py",
                        "src/main/python/bridge/analysis.py",
                        "src/main/python/bridge/data/bicycles.csv",
                        "src/main/python/bridge/py.typed",
                        "src/test/benchmark/test_analysis_speed.py",
                        "src/test/python/test_analysis.py",
                        "src/test/python/test_main.py");
        assertThat(generated.headings("README.md"))
                .containsExactly(
                        "# bridge",
                        "## Every day",
                        "## What the build holds to",
                        "## Where things are",
                        "## Container",
                        "## Build server");

        generated.project().maven().run("verify").succeeds();

        assertThat(generated.project().read("target/python-env/coverage-default.xml"))
                .contains("analysis.py");
        generated
                .project()
                .maven()
                .with("-Dpython-env.module=bridge", "-Dpython-env.args=analyse --plot target/bicycles.png")
                .run("python-env:run")
                .succeeds();
        assertThat(generated.project().file("target/bicycles.png")).isNotEmptyFile();
    }

    @Test
    void acceleratorsAreChosenByProfiles(Projects projects) {
        MavenProject project =
                Generated.in(projects, "irises", "template=machine-learning").project();

        assertThat(accelerator(project)).isEqualTo("auto");
        assertThat(accelerator(project, "-Pcpu")).isEqualTo("cpu");
        assertThat(accelerator(project, "-Daccelerator=cuda-12.6")).isEqualTo("cuda-12.6");
        assertThat(accelerator(project, "-Daccelerator=rocm")).isEqualTo("rocm");
    }

    private static String accelerator(MavenProject project, String... options) {
        project.maven()
                .with(options)
                .with("-Dpython-env.outputFile=target/info.json")
                .run("python-env:info")
                .succeeds();
        JsonNode environments =
                new JsonMapper().readTree(project.read("target/info.json")).get("environments");
        return environments
                .valueStream()
                .filter(one -> one.get("environment").stringValue().equals("default"))
                .flatMap(one -> one.get("settings").valueStream())
                .filter(one -> one.get("setting").stringValue().equals("accelerator"))
                .map(one -> one.get("value").stringValue())
                .collect(Collectors.joining());
    }

    @Test
    void wrongAnswersLeaveNothing(Projects projects) {
        MavenProject folder = projects.empty("generated");

        assertThat(Generated.run(folder.maven(), "rainfall", "template=everything")
                        .fails()
                        .output())
                .contains("template is 'everything', which is none.", "Take one of minimal, data-science");
        assertThat(folder.file("rainfall")).doesNotExist();
    }
}
