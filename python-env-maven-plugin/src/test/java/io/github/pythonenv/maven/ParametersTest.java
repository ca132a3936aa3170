package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Written;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void theNearerCounts() {
        Said said = Said.inPom("<events>pom</events>")
                .onCommandLine("python-env.events", "line")
                .inProject("python-env.events", "project")
                .inSystem("python-env.events", "system");
        assertThat(said.parameters().text("events")).contains("line");
        said.commandLine().clear();
        assertThat(said.parameters().text("events")).contains("pom");
        Said withoutElement =
                Said.nothing().inProject("python-env.events", "project").inSystem("python-env.events", "system");
        assertThat(withoutElement.parameters().text("events")).contains("project");
        withoutElement.project().clear();
        assertThat(withoutElement.parameters().text("events")).contains("system");
        assertThat(Said.nothing().parameters().text("events")).isEmpty();
    }

    @Test
    void aPathIsRelativeToTheFolder() {
        Path folder = Path.of("folder").toAbsolutePath();
        assertThat(Said.inPom("<configFile>a/../b.json</configFile>")
                        .parameters()
                        .path("configFile", folder))
                .contains(folder.resolve("b.json"));
    }

    @Test
    void yesIsTrueOnly() {
        assertThat(Said.nothing().parameters().yes("force")).isFalse();
        assertThat(Said.inPom("<force>true</force>").parameters().yes("force")).isTrue();
        assertThatThrownBy(() -> Said.inPom("<force>yes</force>").parameters().yes("force"))
                .isInstanceOf(UserFailure.class)
                .hasMessage("force is 'yes', and has to be true or false.");
    }

    @Test
    void expressionsAreEvaluatedWhenTheGoalRuns() {
        Said said = Said.inPom("<packages><package>${late}</package></packages><events>${late}</events>")
                .inProject("late", "numpy");
        assertThat(said.parameters().text("events")).contains("numpy");
        assertThat(said.parameters().apply(Setting.PACKAGES))
                .hasValueSatisfying(written -> assertThat(((Written.Items) written).items())
                        .extracting(item -> ((Written.Text) item).text())
                        .containsExactly("numpy"));
    }

    @Test
    void propertiesOfThePomSaySettings() {
        assertThat(Said.nothing()
                        .inProject("python-env.pythonVersion", "3.13")
                        .parameters()
                        .apply(Setting.PYTHON_VERSION))
                .contains(new Written.Text("3.13", Written.Form.ANY, "the property python-env.pythonVersion"));
    }

    @Test
    void takesTheConfigurationOfTheExecutionOrElseOfThePlugin() throws Exception {
        Plugin plugin = Builds.plugin();
        plugin.setConfiguration(configuration("plugin"));
        PluginExecution bound = new PluginExecution();
        bound.setId("env");
        bound.setConfiguration(configuration("execution"));
        plugin.addExecution(bound);
        Model model = new Model();
        model.setBuild(Builds.with(plugin));
        assertThat(events(model)).contains("execution");

        bound.setId("another");
        plugin.flushExecutionMap();
        assertThat(events(model)).contains("plugin");

        PluginManagement management = new PluginManagement();
        management.addPlugin(plugin);
        Build managed = new Build();
        managed.setPluginManagement(management);
        model.setBuild(managed);
        assertThat(events(model)).contains("plugin");

        model.setBuild(new Build());
        assertThat(events(model)).isEmpty();
    }

    /** Nothing reads these fields, so nothing else would tell of one that means nothing. */
    @Test
    void whatIsDescribedIsRead() {
        Set<String> read = new TreeSet<>(
                Set.of("environment", "environments", "defaults", "configFile", "force", "dryRun", "events"));
        Stream.of(Setting.values()).map(Setting::parameter).forEach(read::add);

        assertThat(EnvironmentParameters.class.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .hasSizeGreaterThan(40)
                .extracting(Field::getName)
                .isSubsetOf(read);
    }

    private static Optional<String> events(Model model) {
        MavenProject project = Builds.module(Path.of("module").toAbsolutePath(), model);
        return Parameters.of(Builds.session(project), project, Builds.execution(MojoExecution.Source.LIFECYCLE))
                .text("events");
    }

    private static Xpp3Dom configuration(String events) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration><events>" + events + "</events></configuration>"));
    }
}
