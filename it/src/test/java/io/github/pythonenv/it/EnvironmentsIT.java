package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import io.github.pythonenv.it.harness.Venv;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Several environments in one project, told apart by python-env.json. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class EnvironmentsIT {

    @ParameterizedTest
    @EnumSource(Maven.class)
    void eachHasItsPythonAndPackages(Maven maven, Projects projects) {
        MavenProject project = projects.copy("environments");

        Build first = project.maven(maven).run("validate").succeeds();

        assertThat(first.output()).contains("2 environments: citadel-env built, dev-env built.");
        assertThat(venv(project, "citadel-env").python("import humanize, sys; print(sys.version_info[:2])"))
                .isEqualTo("(3, 12)");
        assertThat(venv(project, "dev-env").python("import iniconfig, sys; print(sys.version_info[:2])"))
                .isEqualTo("(3, 14)");
        assertThat(project.file(".venv-vllm-env")).doesNotExist();

        Build second = project.maven(maven)
                .with("-Dpython-env.enviroment=dev-env")
                .watchingProcesses()
                .run("validate")
                .succeeds();
        assertThat(second.output())
                .contains("2 environments: citadel-env up to date, dev-env up to date.")
                .containsOnlyOnce("-Dpython-env.enviroment is read by no goal. Did you mean -Dpython-env.environment?");
        assertThat(second.processes()).isEmpty();
    }

    @Test
    void oneThatFailsLeavesTheOthers(Projects projects) {
        MavenProject project = projects.copy("environments");
        project.write("requirements.txt", "no-such-package-of-anybody==1\n");

        Build failed = project.maven().run("validate").fails();

        assertThat(failed.output())
                .contains("citadel-env, one of 2 environments: ")
                .contains("no-such-package-of-anybody")
                .contains("What to do:");
        assertThat(project.file(".venv-citadel-env")).doesNotExist();
        assertThat(venv(project, "dev-env").python("import iniconfig; print(iniconfig.__name__)"))
                .isEqualTo("iniconfig");
    }

    @Test
    void someAreChosen(Projects projects) {
        MavenProject project = projects.copy("environments");

        project.maven().with("-Dpython-env.environment=dev-env").run("validate").succeeds();

        assertThat(project.file(".venv-dev-env")).exists();
        assertThat(project.file(".venv-citadel-env")).doesNotExist();
        assertThat(project.maven()
                        .with("-Dpython-env.environment=dev-emv")
                        .run("validate")
                        .fails()
                        .output())
                .contains("There is no environment 'dev-emv'", "Did you mean dev-env?");
        assertThat(project.maven()
                        .with("-Dpython-env.module=iniconfig")
                        .run("python-env:run")
                        .fails()
                        .output())
                .contains("-Dpython-env.environment=citadel-env");
    }

    @Test
    void onlyAPurposeIsEnough(Projects projects) {
        MavenProject project = projects.copy("environments").write("python-env.json", """
                {
                  "python": {"version": "3"},
                  "environments": {
                    "citadel-env": {"purpose": "Main application environment"},
                    "vllm-env": {"purpose": "Inference"},
                    "dev-env": {"purpose": "Development and testing"}
                  }
                }
                """);

        project.maven().run("validate").succeeds();

        // Each takes what the project has.
        assertThat(venv(project, "vllm-env").python("import humanize; print(humanize.__name__)"))
                .isEqualTo("humanize");
        assertThat(project.file(".venv-citadel-env")).exists();
        assertThat(project.file(".venv-dev-env")).exists();
    }

    @Test
    void oneForEachPythonAndItsRequirements(Projects projects) {
        MavenProject project = projects.copy("environments")
                .write("python-env.json", """
                        {"environments": {"test": {
                            "python": {"versions": ["3.12", "3.14"], "source": "maven"},
                            "requirements": "requirements-{python}.txt"}}}
                        """)
                .write("requirements-3.12.txt", "iniconfig==2.0.0\n")
                .write("requirements-3.14.txt", "iniconfig==2.1.0\n");

        project.maven().run("validate").succeeds();

        assertThat(venv(project, "test-3.12").version("iniconfig")).isEqualTo("2.0.0");
        assertThat(venv(project, "test-3.14").version("iniconfig")).isEqualTo("2.1.0");
    }

    @Test
    void thePomWinsOverTheFileAndTheCommandLineOverBoth(Projects projects) {
        MavenProject project = projects.copy("environments");
        project.write("pom.xml", project.read("pom.xml").replace("<executions>", """
                        <configuration>
                          <keepGenerations>3</keepGenerations>
                          <environments>
                            <dev-env><purpose>From the POM</purpose><packages><package>six==1.17.0</package></packages></dev-env>
                          </environments>
                        </configuration>
                        <executions>"""));

        JsonNode info = json(
                project,
                project.maven()
                        .with(
                                "-Dpython-env.keepGenerations=5",
                                "-Dpython-env.environments.dev-env.uv.linkMode=copy",
                                "-Dpython-env.outputFile=info.json"),
                "python-env:info");

        JsonNode dev = info.get("environments").get(1);
        assertThat(dev.get("purpose").stringValue()).isEqualTo("From the POM");
        assertThat(setting(dev, "keepGenerations")).isEqualTo("5, command_line, -Dpython-env.keepGenerations");
        assertThat(setting(dev, "linkMode"))
                .isEqualTo("copy, command_line, -Dpython-env.environments.dev-env.uv.linkMode");
        assertThat(info.get("environments").get(0).get("settings").toString()).doesNotContain("linkMode");
        assertThat(setting(dev, "packages"))
                .isEqualTo("[six==1.17.0], pom, the POM, <environments><dev-env><packages>");
        assertThat(setting(dev, "pythonVersion")).isEqualTo("3.14, file, python-env.json, line 6, column 77");
        assertThat(setting(dev, "source")).isEqualTo("maven, file, python-env.json, line 2, column 43");
        assertThat(setting(dev, "swap")).isEqualTo("exchange, default, default");
    }

    @Test
    void whatIsNamedNoMoreIsRemovedWhereThatIsAskedFor(Projects projects) {
        MavenProject project = projects.copy("environments");
        project.maven().run("validate").succeeds();
        project.write("python-env.json", """
                {"autoCleanup": true, "environments": {
                    "citadel-env": {"python": {"version": "3.12", "source": "maven"}, "requirements": "requirements.txt"}}}
                """);

        // The only one now, it stands elsewhere.
        assertThat(project.maven()
                        .with("-Dpython-env.dryRun")
                        .run("validate")
                        .succeeds()
                        .output())
                .contains("Dry run");
        assertThat(project.file(".venv-dev-env")).exists();
        assertThat(project.maven().run("validate").succeeds().output())
                .contains(".venv-dev-env: this project names it no more.");
        assertThat(project.file(".venv-dev-env")).doesNotExist();
        assertThat(project.venv().python("import humanize; print(humanize.__name__)"))
                .isEqualTo("humanize");

        project.write("python-env.json", """
                {"venvDirectory": "elsewhere", "requirementsFile": "requirements.txt", "pythonVersion": "3.12",
                 "autoCleanup": true, "python": {"source": "maven"}}
                """);
        assertThat(project.maven().run("validate").succeeds().output())
                .contains(".venv: this project names it no more.");
        assertThat(project.file(".venv")).doesNotExist();
        assertThat(project.file("elsewhere/pyvenv.cfg")).exists();
    }

    @Test
    void aFirstFileIsWrittenFromWhatIsFound(Projects projects) throws IOException {
        MavenProject project = projects.copy("environments").write("requirements-dev.txt", "iniconfig==2.1.0\n");
        Files.delete(project.file("python-env.json"));

        project.maven().run("python-env:init", "python-env:ensure").succeeds();

        assertThat(venv(project, "dev").python("import humanize, iniconfig; print('both')"))
                .isEqualTo("both");
        assertThat(project.maven().run("python-env:init").fails().output())
                .contains("python-env.json is there already, and is not overwritten.");
    }

    @Test
    void aFaultInTheFileIsToldWithItsPlace(Projects projects) {
        MavenProject project = projects.copy("environments")
                .write("python-env.json", "{\"environments\": {\n  \"a\": {\"pacakges\": [\"six\"]}}}\n");

        assertThat(project.maven().run("validate").fails().output())
                .contains(
                        "python-env.json, line 2, column 21: \"pacakges\" is not known here; did you mean \"packages\"?");
    }

    @Test
    void listAndCheckTellOfAll(Projects projects) {
        MavenProject project = projects.copy("environments");
        project.maven().with("-Dpython-env.environment=dev-env").run("validate").succeeds();

        JsonNode list = json(project, project.maven().with("-Dpython-env.outputFile=list.json"), "python-env:list");
        assertThat(list.get("environments")).hasSize(3);
        assertThat(list.get("environments").get(1).get("enabled").booleanValue())
                .isFalse();
        assertThat(list.get("environments").get(2).get("packages").intValue()).isEqualTo(1);

        Build check = project.maven()
                .with("-Dpython-env.outputFile=check.json")
                .run("python-env:check")
                .fails();
        assertThat(check.output()).contains("citadel-env", "does not exist yet");
        JsonNode checked = PublishedSchema.read("check-1.0", project.read("check.json"));
        assertThat(checked.get("current").booleanValue()).isFalse();
        assertThat(checked.get("environments").get(1).get("status").stringValue())
                .isEqualTo("up_to_date");
        project.maven()
                .with("-Dpython-env.environment=dev-env", "-Dpython-env.deep")
                .run("python-env:check")
                .succeeds();
    }

    private static String setting(JsonNode environment, String name) {
        for (JsonNode setting : environment.get("settings")) {
            if (setting.get("setting").stringValue().equals(name)) {
                return setting.get("value").stringValue() + ", "
                        + setting.get("level").stringValue() + ", "
                        + setting.get("place").stringValue();
            }
        }
        return "not there";
    }

    private static JsonNode json(MavenProject project, MavenRun run, String goal) {
        run.run(goal).succeeds();
        String name = goal.substring("python-env:".length());
        return PublishedSchema.read(name + "-1.0", project.read(name + ".json"));
    }

    private static Venv venv(MavenProject project, String name) {
        return new Venv(project.file(".venv-" + name));
    }
}
