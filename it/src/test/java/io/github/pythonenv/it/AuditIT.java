package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import io.github.pythonenv.it.harness.UserSettings;
import io.github.pythonenv.it.index.VulnerabilityService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Known vulnerabilities fail the build, unless the project says why it lives with them; no answer is no all-clear. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class AuditIT {

    private static final String PASSWORD = "au/dit p@ss:word";

    @Test
    void vulnerabilitiesOfWhatIsInstalled(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        try (VulnerabilityService service = new VulnerabilityService("humanize", "PYSEC-2099-1", "4.12.4")) {
            MavenRun maven = project.maven().with("-Dpython-env.auditService=" + service.url());

            Build found = maven.with("-Dpython-env.outputFile=audit.sarif")
                    .run("python-env:audit")
                    .fails();
            assertThat(found.output())
                    .contains("humanize 4.12.3: PYSEC-2099-1 (CVE-2099-1)", "fixed in 4.12.4", "audit.ignore");
            assertThat(service.asked()).contains("humanize", "python-slugify", "text-unidecode");
            assertThat(project.read("audit.sarif"))
                    .contains("\"2.1.0\"", "\"ruleId\" : \"PYSEC-2099-1\"", "\"requirements.txt\"");

            project.write(
                    "python-env.json",
                    "{\"audit\": {\"ignore\": {\"CVE-2099-1\": \"until 2999-01-01: we count ourselves\"}}}");
            assertThat(maven.with("-Dpython-env.outputFile=audit.json")
                            .run("python-env:audit")
                            .succeeds()
                            .output())
                    .contains("ignored until 2999-01-01: we count ourselves");
            assertThat(PublishedSchema.read("audit-1.0", project.read("audit.json"))
                            .findValuesAsString("state"))
                    .contains("ignored");

            project.write(
                    "python-env.json",
                    "{\"audit\": {\"ignore\": {\"CVE-2099-1\": \"until 2001-01-01: we count ourselves\"}}}");
            assertThat(maven.run("python-env:audit").fails().output())
                    .contains("was ignored until 2001-01-01: we count ourselves");
            assertThat(maven.with("-o").run("python-env:audit").fails().output())
                    .contains("this is an offline build (-o): nothing is known");
        }
        assertThat(project.maven()
                        .with("-Dpython-env.auditService=http://127.0.0.1:9")
                        .environment("UV_HTTP_RETRIES", "0")
                        .run("python-env:audit")
                        .fails()
                        .output())
                .contains("gave no answer");
    }

    @Test
    void aServiceThatWantsToKnowWhoAsks(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        try (VulnerabilityService service =
                new VulnerabilityService("humanize", "PYSEC-2099-1", "4.12.4").forOnly("auditor", PASSWORD)) {
            MavenRun maven = project.maven().with("-X", "-Dpython-env.auditService=" + service.url());
            assertThat(maven.run("python-env:audit").fails().output())
                    .contains("401", "in settings.xml, by a <server>");

            Build known = maven.settings(server(projects, "127.0.0.1"))
                    .watchingProcesses()
                    .run("python-env:audit")
                    .fails();
            assertThat(known.output()).contains("humanize 4.12.3: PYSEC-2099-1").doesNotContain(PASSWORD);
            assertThat(known.processes())
                    .anyMatch(line -> line.contains("audit"))
                    .noneMatch(line -> line.contains(PASSWORD));

            assertThat(maven.settings(server(projects, "vulnerabilities"))
                            .with("-Dpython-env.auditServer=vulnerabilities")
                            .run("python-env:audit")
                            .fails()
                            .output())
                    .contains("humanize 4.12.3: PYSEC-2099-1");
        }
    }

    private static Path server(Projects projects, String id) {
        return UserSettings.of(
                projects.folder(),
                "<servers><server><id>%s</id><username>auditor</username><password>%s</password></server></servers>\n"
                        .formatted(id, PASSWORD));
    }
}
