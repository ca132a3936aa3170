package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import io.github.pythonenv.it.harness.Sandbox;
import io.github.pythonenv.it.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a machine lacks is told before anything is installed; what cannot end well is not begun. */
@ExtendWith(ProjectsOfTest.class)
class DoctorIT {

    private static final String DOCTOR =
            "io.github.pythonenv:python-env-maven-plugin:" + Settings.version() + ":doctor";

    @Test
    void needsNoProjectNoPythonAndNoNetwork(Projects projects) throws IOException {
        MavenProject folder = projects.empty("scripts");
        Machine machine = Machine.shared().withStore(projects.folder().resolve("store"));

        Build build = folder.maven()
                .on(machine)
                .in(Sandbox.withoutNetwork())
                .with("-o", "-Dpython-env.outputFile=" + projects.folder().resolve("doctor.json"))
                .run(DOCTOR)
                .succeeds();

        assertThat(build.output()).contains("This machine, ", " passed", "Operating system and C library (system)");
        JsonNode report = read(projects.folder().resolve("doctor.json"));
        assertThat(report.path("summary").path("failed").asInt(-1)).isZero();
        assertThat(verdicts(report, "skipped"))
                .contains("index: This build is offline (-o), so no server is asked.")
                .anyMatch(text -> text.startsWith("clock: This build is offline"));
        assertThat(machine.store()).doesNotExist();
        try (Stream<Path> left = Files.list(folder.folder())) {
            assertThat(left).containsExactly(folder.file(".mvn"));
        }
    }

    @Test
    @Tag("network")
    void theWayToPackagesAsItIsConfiguredHere(Projects projects) {
        MavenProject project = projects.copy("requirements");

        project.maven()
                .with(
                        "-Dpython-env.doctorChecks=network,environments",
                        "-Dpython-env.outputFile=" + project.file("target/doctor.json"))
                .run("validate", "python-env:doctor")
                .succeeds();

        JsonNode report = read(project.file("target/doctor.json"));
        assertThat(verdicts(report, "failed")).isEmpty();
        assertThat(verdicts(report, "passed")).anyMatch(text -> text.startsWith("index: "));
        assertThat(report.toString()).contains("one that this plugin made");
    }

    @Test
    void aConfigurationThatCannotBeUnderstoodIsOneOfTheResults(Projects projects) {
        MavenProject project = projects.copy("requirements").write("python-env.json", "{\"pyton\": {}}");

        String output = project.maven()
                .with("-o", "-Dpython-env.doctorChecks=configuration,memory")
                .run("python-env:doctor")
                .fails()
                .output();

        assertThat(output).contains("This machine is not ready: ", "  - configuration: ", "pyton", "(memory)");
        project.maven()
                .with("-o", "-Dpython-env.doctorChecks=configuration", "-Dpython-env.doctorFailOn=never")
                .run("python-env:doctor")
                .succeeds();
    }

    @Test
    void whatCannotEndWellIsNotBegun(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        Path store = Files.createDirectory(projects.folder().resolve("store"));
        Machine machine = Machine.shared().withStore(store);
        Sandbox poor = Sandbox.withPoorDisk(store, 8);

        String output = project.maven()
                .on(machine)
                .in(poor)
                .with("-o")
                .run("validate")
                .fails()
                .output();
        assertThat(output)
                .contains("The disk of " + store + " has 8 MB left, and CPython 3.", "Nothing was begun.", "Make room");
        assertThat(project.venv().folder()).doesNotExist();

        String told = project.maven()
                .on(machine)
                .in(poor)
                .with("-o", "-Dpython-env.doctorChecks=disk")
                .run("python-env:doctor")
                .fails()
                .output();
        assertThat(told)
                .contains(
                        "  - disk-space: The disk of " + store + " has 8 MB left",
                        "  - file-system: No program can be started in " + store);
    }

    private static JsonNode read(Path file) {
        return PublishedSchema.read("doctor-1.0", file);
    }

    /** The checks with that verdict, each with its text. */
    private static List<String> verdicts(JsonNode report, String verdict) {
        return report.path("checks")
                .valueStream()
                .filter(check -> check.path("verdict").asString("").equals(verdict))
                .map(check -> check.path("id").asString("") + ": "
                        + check.path("text").asString(""))
                .toList();
    }
}
