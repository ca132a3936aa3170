package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on sources show of a POM is understood by Maven, and names parameters that the goals have. */
@ExtendWith(ProjectsOfTest.class)
class DocumentedConfigurationIT {

    private static final Pattern SNIPPET =
            Pattern.compile("```xml\\n(<(configuration|executions)>.*?)```", Pattern.DOTALL);

    private static final Pattern EXECUTION = Pattern.compile("<execution>.*?</execution>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sources.md",
                "platform-teams.md",
                "packages.md",
                "migration/conda.md",
                "migration/exec-and-pip.md",
                "migration/frontend-maven-plugin.md",
                "migration/pipenv.md",
                "migration/poetry.md"
            })
    void namesParametersThatThereAre(String page, Projects projects) {
        List<MatchResult> snippets =
                SNIPPET.matcher(projects.documentation(page)).results().toList();
        assertThat(snippets).hasSizeGreaterThan(2);
        StringBuilder executions = new StringBuilder();
        for (MatchResult snippet : snippets) {
            if (snippet.group(2).equals("executions")) {
                EXECUTION.matcher(snippet.group(1)).results().forEach(one -> executions.append(one.group()));
            } else {
                executions
                        .append("<execution><id>snippet-")
                        .append(snippet.start())
                        .append("</id><phase>test</phase><goals><goal>ensure</goal></goals>")
                        .append(snippet.group(1))
                        .append("</execution>\n");
            }
        }
        MavenProject project = projects.copy("requirements");
        project.write(
                "pom.xml",
                project.read("pom.xml")
                        .replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>")
                        .replaceAll(
                                "(?s)<execution>.*</execution>",
                                executions.toString().replace("$", "\\$")));

        Build build = project.maven().with("-Dpython-env.skip").run("test").succeeds();

        assertThat(build.output()).contains("Skipped: ").doesNotContain("is unknown", "[WARNING]");
    }
}
