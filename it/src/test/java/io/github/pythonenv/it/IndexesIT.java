package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.harness.WayToPackages;
import io.github.pythonenv.it.index.LocalIndex;
import io.github.pythonenv.it.index.TestAuthority;
import io.github.pythonenv.it.index.TinyWheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Indexes other than the usual one: one that alone is in reach, and one whose certificate only the JVM knows. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class IndexesIT {

    /** Where nothing listens: whatever is not on this machine is out of reach through it. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    @Test
    void aUvLockMadeOnAnotherIndex(Projects projects) throws IOException {
        Uv uv = Uv.get();
        MavenProject project = projects.copy("uvlock");
        uv.lock(project);
        String lock = project.read("uv.lock");
        Path wheels = uv.wheels(
                projects.folder().resolve("wheels"),
                "python-slugify>=8,<9",
                "humanize>=4,<5",
                "iniconfig>=2,<3",
                "uv_build");

        try (LocalIndex index = LocalIndex.http(wheels)) {
            onlyInReach(index, project, projects).run("validate").succeeds();
            assertThat(index.requests()).contains("/simple/python-slugify/");
        }
        assertThat(project.venv().run("greet")).isEqualTo("greeting: hello-world");
        assertThat(project.read("uv.lock")).isEqualTo(lock);
    }

    @Test
    void aPylockMadeOnAnotherIndex(Projects projects) throws IOException {
        Uv uv = Uv.get();
        MavenProject project = projects.copy("pylock").write("requirements.in", "humanize==4.12.3\n");
        uv.pylock(project, "requirements.in");
        Path wheels = uv.wheels(projects.folder().resolve("wheels"), "humanize==4.12.3");

        try (LocalIndex index = LocalIndex.http(wheels)) {
            onlyInReach(index, project, projects).run("validate").succeeds();
            assertThat(index.requests()).contains("/simple/humanize/");
        }
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @Test
    void anIndexThatServesAlteredFiles(Projects projects) throws IOException {
        Uv uv = Uv.get();
        MavenProject project = projects.copy("pylock").write("requirements.in", "humanize==4.12.3\n");
        uv.pylock(project, "requirements.in");
        Path wheels = uv.wheels(projects.folder().resolve("wheels"), "humanize==4.12.2");
        // Another version's file under the locked one's name.
        Path altered = wheels.resolve("humanize-4.12.3-py3-none-any.whl");
        Files.move(wheels.resolve("humanize-4.12.2-py3-none-any.whl"), altered);

        try (LocalIndex index = LocalIndex.http(wheels)) {
            assertThat(onlyInReach(index, project, projects)
                            .run("validate")
                            .fails()
                            .output())
                    .contains("humanize", "Hash mismatch");
        }
        assertThat(project.file(".venv")).doesNotExist();
    }

    @Test
    void aCertificateThatOnlyTheJvmKnows(Projects projects) throws IOException, InterruptedException {
        Uv uv = Uv.get();
        Path wheels = uv.wheels(projects.folder().resolve("wheels"), "humanize==4.12.3");
        MavenProject project = projects.copy("requirements").write("requirements.txt", "humanize==4.12.3\n");
        TestAuthority authority = TestAuthority.create(projects.folder().resolve("authority"));

        try (LocalIndex index = LocalIndex.https(wheels, authority)) {
            MavenRun stranger = onlyInReach(index, project, projects).without(WayToPackages.certificates());
            assertThat(stranger.run("validate").fails().output()).contains("certificate");

            stranger.environment("MAVEN_OPTS", "-Djavax.net.ssl.trustStore=" + authority.trustStore())
                    .run("validate")
                    .succeeds();
        }
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @Test
    void noCertificateVariableAtAll(Projects projects) {
        MavenProject project = projects.copy("requirements");
        Path folder = projects.folder();

        project.maven()
                .on(Machine.fresh(folder.resolve("machine"))
                        .withLocalRepository(Machine.shared().localRepository()))
                .without(WayToPackages.certificates())
                .run("validate")
                .succeeds();

        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
    }

    @Test
    void whatTheUserConfiguredCountsUnlessIsolated(Projects projects) throws IOException {
        TinyWheel.write(projects.folder().resolve("wheels"), "inside", "1.0");
        MavenProject project = projects.copy("requirements").write("requirements.txt", "inside\n");
        Path configuration = projects.folder().resolve("configuration");
        Files.createDirectories(configuration.resolve("uv"));
        Files.writeString(configuration.resolve("uv/uv.toml"), "[[index]]\nurl = \"" + NOWHERE + "/simple/\"\n");

        try (LocalIndex index = LocalIndex.http(projects.folder().resolve("wheels"))) {
            MavenRun configured = onlyInReach(index, project, projects)
                    .environment("XDG_CONFIG_HOME", configuration.toString())
                    .environment("UV_NO_BINARY_PACKAGE", "inside")
                    .with("-Dpython-env.indexUrl=" + index.url());
            assertThat(configured.run("validate").fails().output()).contains(NOWHERE);

            configured.with("-Dpython-env.isolated").run("validate").succeeds();
        }
        assertThat(project.venv().version("inside")).isEqualTo("1.0");
    }

    private static MavenRun onlyInReach(LocalIndex index, MavenProject project, Projects projects) {
        Machine shared = Machine.shared();
        Machine machine = new Machine(
                shared.home(),
                shared.localRepository(),
                shared.store(),
                projects.folder().resolve("empty cache"));
        return project.maven()
                .on(machine)
                .environment("UV_DEFAULT_INDEX", index.url())
                .environment("HTTPS_PROXY", NOWHERE)
                .environment("HTTP_PROXY", NOWHERE)
                .environment("NO_PROXY", "127.0.0.1")
                .environment("UV_HTTP_RETRIES", "0");
    }
}
