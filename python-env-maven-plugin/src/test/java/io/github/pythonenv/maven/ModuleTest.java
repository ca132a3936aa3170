package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.SampleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules have an environment (several modules inherit one declaration). */
class ModuleTest {

    @TempDir
    Path root;

    private final RecordedLog log = new RecordedLog();
    private Path folder;
    private EnvironmentRequest nothing;
    private EnvironmentRequest packages;
    private EnvironmentRequest shared;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve("app"));
        nothing = Asked.in(folder).request();
        packages = Asked.in(folder).packages("numpy").request();
        shared = Asked.in(folder).packages("numpy").at(root.resolve("shared")).request();
    }

    @Test
    void hasNoneWhereTheDeclarationIsInheritedAndThereIsNothingToInstall() {
        assertThat(inheriting().wants(nothing, false, true)).isFalse();
        assertThat(inheriting().wants(nothing, false, false)).isFalse();
    }

    @Test
    void hasOneForInputsOfItsOwn() {
        assertThat(inheriting().wants(packages, false, true)).isTrue();
    }

    @Test
    void hasNoneForPackagesThatAParentNames() {
        assertThat(inheriting().wants(packages, true, true)).isFalse();
    }

    @Test
    void hasOneForPackagesThatAParentNamesForASharedFolder() {
        assertThat(inheriting().wants(shared, true, true)).isTrue();
    }

    @Test
    void hasOneWhereItsOwnPomSaysSo() {
        assertThat(configuring().wants(packages, true, true)).isTrue();
        assertThat(configuring().wants(nothing, false, false)).isTrue();
        assertThat(configuring().wants(nothing, false, true)).isFalse();
    }

    @Test
    void hasOneWhereAPersonCallsTheGoal() {
        Module called = module(new Model(), Source.CLI);

        assertThat(called.wants(packages, true, true)).isTrue();
        assertThat(called.wants(nothing, false, false)).isTrue();
        assertThat(called.wants(nothing, false, true)).isFalse();
    }

    @Test
    void findsTheDeclarationWhereverThePomHasIt() {
        assertThat(inheriting().configuresPlugin()).isFalse();
        assertThat(configuring().configuresPlugin()).isTrue();

        Model managing = new Model();
        managing.setBuild(new Build());
        managing.getBuild().setPluginManagement(new PluginManagement());
        managing.getBuild().getPluginManagement().addPlugin(Builds.plugin());
        assertThat(module(managing, Source.LIFECYCLE).configuresPlugin()).isTrue();

        Model profiled = new Model();
        profiled.addProfile(new Profile());
        Profile profile = new Profile();
        profile.setBuild(Builds.with(Builds.plugin()));
        profiled.addProfile(profile);
        assertThat(module(profiled, Source.LIFECYCLE).configuresPlugin()).isTrue();

        Plugin other = new Plugin();
        other.setArtifactId("maven-jar-plugin");
        Model unrelated = new Model();
        unrelated.setBuild(Builds.with(other));
        assertThat(module(unrelated, Source.LIFECYCLE).configuresPlugin()).isFalse();
    }

    @Test
    void asksForOneEnvironmentUnlessExecutionsDiffer() {
        assertThat(module(new Model(), Source.CLI).asksForOne()).isTrue();
        assertThat(executing("", "").asksForOne()).isTrue();
        assertThat(executing("<directory>a</directory>", "<directory>a</directory>")
                        .asksForOne())
                .isTrue();
        assertThat(executing("<force>true</force>", "").asksForOne()).isTrue();
        assertThat(executing("<environment>docs</environment>", "").asksForOne())
                .isFalse();
        assertThat(executing("<directory>a</directory>", "<directory>b</directory>")
                        .asksForOne())
                .isFalse();
    }

    @Test
    void asksForAnotherWhereADirectCallDiffersFromTheExecutions() {
        Module bound = executing("<directory>a</directory>");
        Module called = new Module(bound.session(), bound.project(), Builds.execution(Source.CLI, "default-cli"));

        assertThat(bound.asksForOne()).isTrue();
        assertThat(called.asksForOne()).isFalse();
        called.project()
                .getPlugin(Builds.plugin().getKey())
                .setConfiguration(Builds.element("<directory>a</directory>"));
        assertThat(called.asksForOne()).isTrue();
    }

    /** A module with an execution for each of these configurations, of which it is at the first. */
    private Module executing(String... configurations) {
        Plugin plugin = Builds.plugin();
        for (String configuration : configurations) {
            PluginExecution one = new PluginExecution();
            one.setId(plugin.getExecutions().isEmpty() ? "env" : "other");
            one.setConfiguration(Builds.element(configuration));
            plugin.addExecution(one);
        }
        Model model = new Model();
        model.setBuild(Builds.with(plugin));
        return module(model, Source.LIFECYCLE);
    }

    @Test
    void isSilentWhereTheDeclarationIsOnlyInherited() {
        inheriting().withoutEnvironment(log);

        assertThat(log.lines()).containsExactly("debug org.example:app:jar:1 has nothing to make an environment from.");
    }

    @Test
    void warnsWhereTheModulesOwnPomSeemsToWantOne() {
        configuring().withoutEnvironment(log);

        assertThat(log.lines()).singleElement().asString().startsWith("warn").contains("requirements.txt");
    }

    @Test
    void isSilentInAParentThatDeclaresForItsChildren() {
        Model parent = new Model();
        parent.setPackaging("pom");
        parent.setBuild(Builds.with(Builds.plugin()));

        module(parent, Source.LIFECYCLE).withoutEnvironment(log);

        assertThat(log.lines()).singleElement().asString().startsWith("debug");
    }

    @Test
    void failsWhereAPersonCalledTheGoalOnThisModuleAlone() {
        assertThatThrownBy(() -> module(new Model(), Source.CLI).withoutEnvironment(log))
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("app");
                    assertThat(failure.hint()).contains("requirements.txt", "python-env.packages");
                });
    }

    @Test
    void saysWhereALockIsMissing() throws IOException {
        Files.writeString(folder.resolve("Pipfile"), "[packages]\n");

        assertThatThrownBy(() -> module(new Model(), Source.CLI).withoutEnvironment(log))
                .isInstanceOfSatisfying(UserFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("Pipfile has no Pipfile.lock");
                    assertThat(failure.hint()).contains("pipenv lock");
                });
    }

    @Test
    void goesOnWhereAPersonCalledTheGoalOnMoreModules() {
        MavenProject one = Builds.module(folder, new Model());
        MavenProject other = Builds.module(root.resolve("other"), new Model());

        new Module(Builds.session(one, other), one, Builds.execution(Source.CLI)).withoutEnvironment(log);

        assertThat(log.lines()).singleElement().asString().startsWith("info");
    }

    @Test
    void namesItselfInEachLineOfAParallelBuild() {
        MavenProject project = Builds.module(folder, new Model());
        MavenSession session = Builds.session(project);
        Module module = new Module(session, project, Builds.execution(Source.LIFECYCLE));

        assertThat(module.prefix()).isEmpty();
        session.setParallel(true);
        assertThat(module.prefix()).isEqualTo("[app] ");
    }

    @Test
    void tellsOtherPluginsWhereTheEnvironmentIs() {
        Module module = configuring();

        module.publish(Asked.in(folder).named("docs").request(), SampleState.get(), false);
        module.publish(packages, SampleState.get(), true);

        Path docs = folder.resolve(".venv-docs");
        Path venv = folder.resolve(".venv");
        assertThat(module.project().getProperties())
                .containsEntry("python-env.docs.directory", docs.toString())
                .containsEntry(
                        "python-env.docs.executable",
                        docs.resolve("bin").resolve("python").toString())
                .containsEntry("python-env.docs.bin", docs.resolve("bin").toString())
                .containsEntry(
                        "python-env.docs.sitePackages",
                        docs.resolve("lib")
                                .resolve("python3.14")
                                .resolve("site-packages")
                                .toString())
                .containsEntry(
                        "python-env.default.executable",
                        venv.resolve("Scripts").resolve("python.exe").toString())
                .containsEntry(
                        "python-env.default.sitePackages",
                        venv.resolve("Lib").resolve("site-packages").toString());
    }

    @Test
    void claimsItsFolder() {
        configuring().claim(packages);
        MavenProject one = Builds.module(folder, new Model());
        MavenProject other = Builds.module(root.resolve("other"), new Model());
        MavenSession session = Builds.session(one, other);
        new Module(session, one, Builds.execution(Source.LIFECYCLE)).claim(packages);

        assertThatThrownBy(() -> new Module(session, other, Builds.execution(Source.LIFECYCLE)).claim(nothing))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("org.example:app:jar:1 and org.example:other:jar:1");
    }

    private Module inheriting() {
        return module(new Model(), Source.LIFECYCLE);
    }

    private Module configuring() {
        Model model = new Model();
        model.setBuild(Builds.with(Builds.plugin()));
        return module(model, Source.LIFECYCLE);
    }

    private Module module(Model model, Source source) {
        MavenProject project = Builds.module(folder, model);
        return new Module(Builds.session(project), project, Builds.execution(source));
    }
}
