package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code lock} writes holds for every platform, and builds install that or say that it fits no more. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PackageLockIT {

    private static final String BILL = """
            <goal>ensure</goal>
            </goals>
          </execution>
          <execution>
            <id>bill-of-materials</id>
            <phase>package</phase>
            <goals>
              <goal>sbom</goal>""";

    @Test
    void requirementsForEveryPlatform(Projects projects) {
        MavenProject project = projects.copy("requirements")
                .write("more/requirements.txt", "python-slugify==8.0.3\npyyaml==6.0.3\n")
                .write("requirements.txt", """
                        humanize<4.15
                        colorama; sys_platform == 'win32'
                        -r more/requirements.txt
                        """);
        assertThat(project.maven()
                        .environment("CI", "true")
                        .run("validate")
                        .succeeds()
                        .output())
                .contains("There is no lock of", "mvn python-env:lock");

        Build first = project.maven()
                .with("-Dpython-env.excludeNewer=2025-10-01", "-Dpython-env.outputFile=changes.md")
                .run("python-env:lock")
                .succeeds();

        assertThat(first.output()).contains("added humanize 4.13.0", "Wrote " + project.file("pylock.toml"));
        assertThat(project.read("changes.md")).contains("| humanize | added |  | 4.13.0 |");
        assertThat(project.read("pylock.toml"))
                .as("each platform finds its own wheel, by its digest")
                .containsPattern("(?i)pyyaml-6\\.0\\.3-[^\"]*macosx_[0-9_]+_arm64\\.whl\".*sha256 = \"[0-9a-f]{64}\"")
                .containsPattern("(?i)pyyaml-6\\.0\\.3-[^\"]*macosx_[0-9_]+_x86_64\\.whl\".*sha256")
                .containsPattern("(?i)pyyaml-6\\.0\\.3-[^\"]*win_amd64\\.whl\".*sha256")
                .containsPattern("(?i)pyyaml-6\\.0\\.3-[^\"]*manylinux[^\"]*aarch64\\.whl\".*sha256")
                .containsPattern("(?i)pyyaml-6\\.0\\.3-[^\"]*musllinux[^\"]*aarch64\\.whl\".*sha256")
                .containsPattern("name = \"colorama\"\nversion = .*\nmarker = \"sys_platform == 'win32'\"")
                .doesNotContain(project.folder().toString());

        // Without the limit, the lock is another one: no build takes it as it is.
        assertThat(inCi(project).fails().output()).contains("pylock.toml is out of date");
        project.maven()
                .with("-Dpython-env.upgradePackage=humanize")
                .run("python-env:lock")
                .succeeds();
        inCi(project).succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.14.0");
        assertThat(project.venv().version("pyyaml")).isEqualTo("6.0.3");
        assertThat(project.maven()
                        .environment("CI", "true")
                        .watchingProcesses()
                        .run("validate")
                        .succeeds()
                        .processes())
                .isEmpty();
    }

    @Test
    void whatChangedLater(Projects projects) {
        MavenProject project = projects.copy("packages");
        String pom = project.read("pom.xml");
        project.maven()
                .with("-Dpython-env.outputFile=changes.json")
                .run("python-env:lock")
                .succeeds();
        assertThat(PublishedSchema.read("lock-1.0", project.file("changes.json"))
                        .findValuesAsString("name"))
                .contains("humanize");
        project.write("pom.xml", pom.replace("humanize==4.12.3", "humanize==4.12.2"));

        assertThat(inCi(project).fails().output())
                .contains(
                        project.file("pylock.toml") + " is out of date",
                        "Run mvn python-env:lock and commit pylock.toml")
                .contains("-Dpython-env.lockMode=frozen");
        project.maven()
                .with("-Dpython-env.lockMode=frozen")
                .environment("CI", "true")
                .run("validate")
                .succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");

        // On a developer's machine, the lock follows.
        assertThat(project.maven().run("validate").succeeds().output())
                .contains("was locked anew: down humanize 4.12.3 → 4.12.2. Commit it.");
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
        inCi(project).succeeds();

        // What is locked has its digest in the bill of materials, which goes where the project goes.
        project.write("pom.xml", project.read("pom.xml").replace("<goal>ensure</goal>", BILL));
        Path deployed = project.file("target/deployed");
        project.maven()
                .with("-DaltDeploymentRepository=ours::" + deployed.toUri())
                .run("deploy")
                .succeeds();
        for (Path repository : List.of(Machine.shared().localRepository(), deployed)) {
            Path published = repository.resolve("com/example/with-packages/1");
            for (String type : List.of("json", "xml")) {
                assertThat(published.resolve("with-packages-1-python-default-cyclonedx." + type))
                        .hasSameTextualContentAs(project.file("target/python-env/bom-default." + type));
            }
        }
        assertThat(project.read("target/python-env/bom-default.json"))
                .contains("\"pkg:pypi/humanize@4.12.2\"", "\"CycloneDX\"", "\"cpython\"")
                .containsPattern("\"name\" : \"humanize\"[^}]*\"alg\" : \"SHA-256\"");
        assertThat(project.read("target/python-env/bom-default.xml")).contains("<purl>pkg:pypi/humanize@4.12.2</purl>");

        assertThat(project.maven()
                        .with("-Dpython-env.lockMode=of")
                        .run("validate")
                        .fails()
                        .output())
                .contains("Did you mean off?");
    }

    @Test
    void aWorkspaceOfThree(Projects projects) {
        MavenProject project = projects.copy("uv-workspace")
                .write("packages/gallery/pyproject.toml", """
                [project]
                name = "gallery"
                version = "1.0"
                requires-python = ">=3.12"
                dependencies = ["drawing", "python-slugify==8.0.4"]

                [tool.uv.sources]
                drawing = { workspace = true }

                [build-system]
                requires = ["uv_build>=0.8"]
                build-backend = "uv_build"
                """)
                .write("packages/gallery/src/gallery/__init__.py", "from drawing import caption\n");

        Build locked =
                project.maven().with("-N").run("python-env:lock", "validate").succeeds();

        assertThat(locked.output())
                .contains("added humanize 4.12.3", "added python-slugify 8.0.4")
                .doesNotContain("added shapes");
        assertThat(project.venv().python("import gallery; print(gallery.caption(100))"))
                .isEqualTo("a square of 10,000");

        String member = project.read("packages/shapes/pyproject.toml");
        project.write("packages/shapes/pyproject.toml", member.replace("4.12.3", "4.12.2"));
        assertThat(project.maven()
                        .with("-N")
                        .environment("CI", "true")
                        .run("validate")
                        .fails()
                        .output())
                .contains("uv.lock is out of date", "Run mvn python-env:lock and commit uv.lock");
        project.maven().with("-N").run("python-env:lock").succeeds();
        project.maven()
                .with("-N", "-Dpython-env.members=shapes")
                .environment("CI", "true")
                .run("validate")
                .succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
        assertThat(project.venv().python("import importlib.util as u; print(u.find_spec('gallery'))"))
                .isEqualTo("None");
    }

    @Test
    void aProjectThatIsNamedAsInput(Projects projects) {
        MavenProject project = projects.copy("requirements").write("pyproject.toml", """
                [project]
                name = "named"
                version = "1.0"
                requires-python = ">=3.12"
                dependencies = ["humanize==4.12.3"]

                [tool.uv]
                package = false
                """);

        Build locked = project.maven()
                .with("-Dpython-env.input=pyproject.toml")
                .run("python-env:lock")
                .succeeds();

        assertThat(locked.output()).contains("added humanize 4.12.3");
        assertThat(project.read("uv.lock")).contains("name = \"humanize\"");
    }

    private static Build inCi(MavenProject project) {
        return project.maven().environment("CI", "true").run("validate");
    }
}
