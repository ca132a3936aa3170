package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What happens is told to other programs, too. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class EventsIT {

    @Test
    void tellForEachEnvironmentHowItGoesAndEnds(Projects projects) {
        MavenProject project = projects.copy("environments");

        project.maven()
                .with("-Dpython-env.events=target/events.jsonl")
                .run("validate")
                .succeeds();

        List<JsonNode> events = events(project);
        for (String environment : List.of("citadel-env", "dev-env")) {
            List<String> stages = finished(events, environment);
            assertThat(stages)
                    .startsWith("Initializing")
                    .containsSubsequence("CheckingRuntime", "CreatingVirtualEnv", "InstallingPackages", "Verifying")
                    .endsWith("Complete");
        }
        assertThat(events).allSatisfy(event -> {
            assertThat(event.get("project").stringValue()).isEqualTo("com.example:environments");
            assertThat(event.get("goal").stringValue()).isEqualTo("ensure");
        });

        project.write("requirements.txt", "no-such-package-of-anybody==1\n")
                .maven()
                .with("-Dpython-env.events=target/events.jsonl")
                .run("validate")
                .fails();

        List<JsonNode> added =
                events(project).subList(events.size(), events(project).size());
        assertThat(finished(added, "citadel-env")).endsWith("Failed");
        assertThat(finished(added, "dev-env")).containsExactly("Complete");
    }

    private static List<String> finished(List<JsonNode> events, String environment) {
        return events.stream()
                .filter(event -> event.get("environment").stringValue().equals(environment))
                .filter(event -> event.get("event").stringValue().equals("finished"))
                .map(event -> event.get("stage").stringValue())
                .toList();
    }

    private static List<JsonNode> events(MavenProject project) {
        return project.read("target/events.jsonl")
                .lines()
                .map(line -> PublishedSchema.read("events-1.0", line))
                .toList();
    }
}
