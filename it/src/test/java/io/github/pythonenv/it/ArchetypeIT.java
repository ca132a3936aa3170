package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Generated;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Sandbox;
import io.github.pythonenv.it.index.VulnerabilityService;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the archetype makes builds at once, and has in it what was chosen. */
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

    @Test
    void asksForEverythingAndWithNothingChosenThereIsNothingMore(Projects projects) {
        MavenProject folder = projects.empty("generated");

        Build dialogue = Generated.dialogue(
                folder.maven(),
                // template, pythonVersion, accelerator; java, container, ci, quality
                "everything",
                "minimal",
                "2.7",
                "",
                "",
                "maybe",
                "false",
                "false",
                "false",
                "false",
                // groupId, artifactId, version, package; whether all is right
                "com.example",
                "rainfall",
                "",
                "",
                "Y");

        assertThat(dialogue.succeeds().output().split("please try again", -1)).hasSize(4);
        Generated generated = new Generated(new MavenProject(folder.file("rainfall")));
        assertThat(generated.project().read("python-env.json")).contains("\"version\": \"3.14\"");
        assertThat(generated.files()).containsExactlyElementsOf(MINIMAL);
        assertThat(generated.headings("README.md"))
                .containsExactly("# rainfall", "## Every day", "## What the build holds to", "## Where things are");
    }

    @Test
    void javaAndPythonAreBuiltTogether(Projects projects) throws IOException {
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
        project.write(".cache/uv/other.py", Generated.LEAK);
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
        leaksAndVulnerabilitiesAreFound(project);
    }

    private static void leaksAndVulnerabilitiesAreFound(MavenProject project) throws IOException {
        String leaking = "src/main/" + MODULE + "more.py";
        project.write(leaking, Generated.LEAK);
        assertThat(project.maven().run("-Psecurity").fails().output())
                .contains(leaking + ":1: AWS Access Key", "Take the secret out");
        project.delete(leaking);

        try (VulnerabilityService service = new VulnerabilityService("pytest", "PYSEC-2099-1", "999")) {
            assertThat(project.maven()
                            .with("-Dpython-env.auditService=" + service.url())
                            .run("-Psecurity")
                            .fails()
                            .output())
                    .contains("No secrets in", "PYSEC-2099-1");
        }
    }

    @Test
    void aServiceIsBuiltWithAllThatCanBeChosen(Projects projects) {
        Generated generated = Generated.in(projects, "gauge", "template=web");
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
                        "src/main/python/gauge/__init__.py",
                        "src/main/python/gauge/__main__.py",
                        "src/main/python/gauge/data/rainfall.csv",
                        "src/main/python/gauge/headers.py",
                        "src/main/python/gauge/py.typed",
                        "src/main/python/gauge/server.py",
                        "src/main/python/gauge/service.py",
                        "src/test/benchmark/test_service_speed.py",
                        "src/test/python/test_main.py",
                        "src/test/python/test_service.py");
        assertThat(generated.headings("README.md"))
                .containsExactly(
                        "# gauge",
                        "## Every day",
                        "## What the build holds to",
                        "## Where things are",
                        "## Container",
                        "## Build server");

        generated.project().maven().run("verify").succeeds();

        assertThat(generated.project().read("target/python-env/coverage-default.xml"))
                .contains("service.py");
    }

    @Test
    void acceleratorsAreChosenByProfiles(Projects projects) {
        MavenProject project =
                Generated.in(projects, "irises", "template=machine-learning").project();

        assertThat(accelerator(project)).isEqualTo("auto");
        assertThat(accelerator(project, "-Pcpu")).isEqualTo("cpu");
        assertThat(accelerator(project, "-Daccelerator=cuda-12.6")).isEqualTo("cuda-12.6");
        assertThat(accelerator(project, "-Daccelerator=rocm")).isEqualTo("rocm");

        MavenRun onGpu = project.maven().in(Sandbox.withGpu("NVIDIA GeForce RTX 4090", "550.144.03"));
        assertThat(onGpu.run("python-env:info").succeeds().output())
                .containsPattern(
                        "accelerator auto: wheels for cu\\d+: .*GeForce RTX 4090, driver 550.144.03, CUDA 12.4");
        assertThat(onGpu.with("-Pcpu").run("python-env:info").succeeds().output())
                .contains("accelerator cpu: wheels for cpu");
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
