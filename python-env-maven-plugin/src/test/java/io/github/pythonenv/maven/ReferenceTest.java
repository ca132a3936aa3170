package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.maven.PluginDescriptor.Goal;
import io.github.pythonenv.maven.PluginDescriptor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reference.md}, for people, and {@code docs/goals.json}, for programs, are written from the plugin's
 * descriptor, and so from the Javadoc of goals and parameters. These tests fail when they differ; with
 * {@code -Dreference.write} they write the files.
 */
class ReferenceTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void saysToPeopleWhatTheJavadocSays() throws Exception {
        String reference = reference(PluginDescriptor.read());

        assertThat(reference).contains("## ensure", "python-env.pythonVersion");
        assertIsWritten(reference, "reference.md");
    }

    @Test
    void saysToProgramsWhatTheJavadocSays() throws Exception {
        String json = GoalsFile.json(PluginDescriptor.read());

        assertThat(Schemas.problems("goals-1.0", json)).isEmpty();
        assertThat(Schemas.problems("goals-1.0", json.replace("\"summary\"", "\"sumary\"")))
                .isNotEmpty();
        assertIsWritten(json, "goals.json");
    }

    @Test
    void namesTheSchemaOfAllThatIsWrittenAsJson() throws Exception {
        for (Goal goal : PluginDescriptor.read().goals()) {
            assertThat(GoalsFile.outputs(goal)).as(goal.name()).allSatisfy(output -> {
                List<?> formats = (List<?>) output.get("formats");
                assertThat(formats).isNotEmpty();
                assertThat(output.containsKey("schema")).isEqualTo(formats.contains("json"));
                if (output.get("schema") instanceof String schema) {
                    assertThat(DOCS.resolve("schemas").resolve(schema)).exists();
                }
            });
        }
    }

    private static void assertIsWritten(String text, String name) throws IOException {
        if (System.getProperty("reference.write") != null) {
            Files.writeString(DOCS.resolve(name), text);
        }
        assertThat(DOCS.resolve(name)).content().isEqualTo(text);
    }

    private static String reference(PluginDescriptor plugin) {
        List<Goal> goals = plugin.goals().stream()
                .filter(goal -> !goal.name().equals("help"))
                .toList();
        StringBuilder page = new StringBuilder("# Reference\n\n")
                .append("Every goal and its parameters, written from their Javadoc. A parameter with a property can be")
                .append(" set on the\ncommand line: `-Dpython-env.pythonVersion=3.14`. Lists take commas there.")
                .append(" Programs read the same in\n[goals.json](goals.json)")
                .append(" ([schema](schemas/goals-1.0.schema.json)).\n");
        page.append("\n## Parameters of all goals\n\nThe goal `report`, which is part of a site, takes `skip` alone.\n")
                .append(table(plugin.ofAll()));
        page.append("\n## Parameters of goals on an environment\n\nThese are ")
                .append(goals.stream()
                        .filter(Goal::onEnvironment)
                        .map(goal -> "`" + goal.name() + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .append(table(plugin.ofEnvironments()));
        for (Goal goal : goals) {
            page.append("\n## ").append(goal.name()).append("\n\n");
            page.append(goal.description()).append("\n\n");
            page.append(goal.phase()
                    .map(phase -> "Bound to `" + phase + "` by default.\n")
                    .orElse("Bound to no phase by default.\n"));
            List<Parameter> own = plugin.ownOf(goal);
            page.append(own.isEmpty() ? "" : table(own));
        }
        return page.toString();
    }

    private static String table(List<Parameter> parameters) {
        return "\n| parameter | property | default | what it says |\n|---|---|---|---|\n"
                + parameters.stream().map(ReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(Parameter parameter) {
        return "| `" + parameter.name() + "` | " + code(parameter.property()) + " | " + code(parameter.defaultValue())
                + " | " + parameter.description().replace("|", "\\|") + " |\n";
    }

    private static String code(Optional<String> text) {
        return text.map(said -> "`" + said + "`").orElse("");
    }
}
