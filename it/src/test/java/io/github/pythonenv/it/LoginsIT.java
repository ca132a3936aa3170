package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.UserSettings;
import io.github.pythonenv.it.index.LocalIndex;
import io.github.pythonenv.it.index.TestAuthority;
import io.github.pythonenv.it.index.TinyWheel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each way to tell an index who asks is enough by itself; a password in {@code settings.xml} is in PrivateIndexIT. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class LoginsIT {

    private static final String PASSWORD = "in/dex p@ss:word";

    private MavenProject project;
    private Path folder;
    private Path wheels;

    @BeforeEach
    void prepare(Projects projects) {
        folder = projects.folder();
        wheels = folder.resolve("wheels");
        TinyWheel.write(wheels, "inside", "1.0");
        project = projects.copy("requirements").write("requirements.txt", "inside\n");
    }

    @Test
    void netrc() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login builder password \"" + PASSWORD + "\"\n");
        try (LocalIndex index = LocalIndex.http(wheels).forOnly("builder", PASSWORD, () -> {})) {
            MavenRun stranger = asking(index.url());
            assertThat(stranger.run("validate").fails().output()).contains("401", "or in netrc");

            stranger.environment("HOME", home.toString()).run("validate").succeeds();
        }
        assertThat(project.venv().version("inside")).isEqualTo("1.0");
    }

    @Test
    void keyring() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path keyring = Files.writeString(programs.resolve("keyring"), """
                #!/bin/sh
                if [ "$1" = get ] && [ "$3" = builder ]; then echo '%s'; else exit 1; fi
                """.formatted(PASSWORD));
        Files.setPosixFilePermissions(keyring, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (LocalIndex index = LocalIndex.http(wheels).forOnly("builder", PASSWORD, () -> {})) {
            Build built = asking(index.url().replace("//", "//builder@"))
                    .environment("UV_KEYRING_PROVIDER", "subprocess")
                    .environment(
                            "PATH",
                            programs
                                    + File.pathSeparator
                                    + Machine.shared().environment().get("PATH"))
                    .with("-X")
                    .run("validate")
                    .succeeds();
            assertThat(built.output()).doesNotContain(PASSWORD);
        }
        assertThat(project.venv().version("inside")).isEqualTo("1.0");
    }

    @Test
    void aPasswordThatMavenEncrypted() throws IOException {
        Path master = folder.resolve("settings-security.xml");
        MavenRun maven = project.maven().with("-Dsettings.security=" + master);
        Files.writeString(
                master,
                "<settingsSecurity><master>%s</master></settingsSecurity>"
                        .formatted(encrypted(maven, "--encrypt-master-password", "the master's")));
        String password = encrypted(maven, "--encrypt-password", PASSWORD);
        assertThat(password).startsWith("{").doesNotContain(PASSWORD);
        try (LocalIndex index = LocalIndex.http(wheels).forOnly("builder", PASSWORD, () -> {})) {
            MavenRun listed = asking(index.url()).settings(UserSettings.of(folder, """
                            <servers>
                              <server><id>inside</id><username>builder</username><password>%s</password></server>
                            </servers>
                            """.formatted(password)));
            MavenRun named = listed.with("-Dpython-env.indexServer=inside");
            Build withoutMaster = named.with("-Dsettings.security=" + folder.resolve("none.xml"))
                    .run("validate")
                    .fails();
            assertThat(withoutMaster.output())
                    .contains("The password of the server 'inside' in settings.xml cannot be decrypted")
                    .doesNotContain(password);
            named.with("-Dsettings.security=" + master).run("validate").succeeds();
        }
        assertThat(project.venv().version("inside")).isEqualTo("1.0");
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        try (LocalIndex index = LocalIndex.http(wheels).forOnly("builder", PASSWORD, () -> {})) {
            MavenRun run = asking(index.url()).settings(UserSettings.of(folder, """
                    <servers>
                      <server><id>inside</id><username>builder</username><password>%s</password></server>
                    </servers>
                    """.formatted(PASSWORD)));
            Build misnamed =
                    run.with("-Dpython-env.indexServer=insde").run("validate").fails();
            assertThat(misnamed.lines())
                    .anyMatch(line -> line.startsWith("[WARNING]") && line.contains("no <server> with the id 'insde'"))
                    .anyMatch(line -> line.startsWith("[ERROR] What to do: settings.xml has no <server>"));
            assertThat(misnamed.output()).contains("Did you mean inside?");
        }
    }

    @Test
    void aClientCertificate() throws IOException, InterruptedException {
        TestAuthority authority = TestAuthority.create(folder.resolve("authority"));
        Path certificate = authority.clientCertificate("builder");
        try (LocalIndex index = LocalIndex.mutual(wheels, authority)) {
            MavenRun run = asking(index.url()).with("-Dpython-env.caCertificates=" + authority.certificate());
            Build stranger = run.run("validate").fails();
            assertThat(stranger.output()).contains("What to do: ", "<clientCertificate>");
            assertThat(index.requests()).as("what a stranger is told").isEmpty();

            run.with("-Dpython-env.clientCertificate=" + certificate)
                    .run("validate")
                    .succeeds();
        }
        assertThat(project.venv().version("inside")).isEqualTo("1.0");
    }

    /** What Maven itself prints for it. */
    private static String encrypted(MavenRun maven, String option, String password) {
        return maven.with(option, password).run().succeeds().lines().stream()
                .filter(line -> line.matches("\\{.*}"))
                .findFirst()
                .orElseThrow();
    }

    private MavenRun asking(String index) {
        Machine shared = Machine.shared();
        return project.maven()
                .on(new Machine(shared.home(), shared.localRepository(), shared.store(), folder.resolve("empty cache")))
                .environment("NO_PROXY", "127.0.0.1")
                .environment("UV_HTTP_RETRIES", "0")
                .with("-Dpython-env.indexUrl=" + index);
    }
}
